import Foundation
import TestSupport
import Testing

@testable import Entities

/// Hash tables, in memory and in the model's file, against dictionaries.
@Suite struct TableTests {
    @Test func aMapIsADictionary() {
        var random = SplitMix(seed: 4)
        var map = HashMap64(filler: 0)
        var dictionary: [UInt64: Int] = [:]
        for step in 0..<5_000 {
            // Few keys, so that some come again; some that collide in all but the high bits.
            let key = UInt64.random(in: 0..<900, using: &random) << (step % 3 * 20)
            map[key] = step
            if key != 0 { dictionary[key] = step }
        }
        #expect(map.count == dictionary.count)
        for key in 0..<UInt64(1_000) {
            for shift in [0, 20, 40] { #expect(map[key << shift] == dictionary[key << shift]) }
        }
        #expect(map[0] == nil)
    }

    @Test func aModelsWeightsAreThoseThatWereWritten() throws {
        var random = SplitMix(seed: 5)
        var weights: [UInt32: [Float]] = [:]
        var casing: [UInt32: WordCasing] = [:]
        for _ in 0..<3_000 {
            weights[UInt32.random(in: 1 ... .max, using: &random) | 1] = (0..<Tag.count).map { _ in
                Float(Int.random(in: -127...127, using: &random)) / 127
            }
            var word = WordCasing()
            word.lower = Int.random(in: 0...50, using: &random)
            word.capitals = Int.random(in: 1...50, using: &random)
            casing[UInt32.random(in: 1 ... .max, using: &random) | 1] = word
        }
        let transitions = (0..<Tag.count * Tag.count).map { Float($0) }
        try TestSupport.withTemporaryFolder { folder in
            let bytes = TaggerModel.bytes(weights: weights, transitions: transitions, casing: casing)
            try Data(bytes).write(to: URL(filePath: folder + "/m"))
            let model = try TaggerModel(path: folder + "/m")
            #expect(model.transitions == transitions)
            for (word, casing) in casing { #expect(model.casing.codes(word) & 0xFF == UInt16(casing.code)) }
            let keys = weights.keys.sorted()
            for _ in 0..<200 {
                // Some are in the table and some are not.
                let features = (0..<40).map { _ in
                    Bool.random(using: &random) ? random.pick(keys) : UInt32.random(in: 1 ... .max, using: &random) | 1
                }
                let sum = features.withUnsafeBufferPointer { features in
                    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 40) { homes in
                        model.weights.sum(features, homes: homes)
                    }
                }
                for tag in 0..<Tag.count {
                    let expected = features.reduce(Float(0)) { $0 + (weights[$1]?[tag] ?? 0) }
                    #expect(abs(Float(sum[4 + tag]) * model.step - expected) < 1e-3)
                }
            }
        }
    }

    @Test func aDamagedModelIsRefused() throws {
        let good = TaggerModel.bytes(
            weights: [1: [1, 0, 0, 0, 0, 0, 0, 0, 0]], transitions: [Float](repeating: 0, count: Tag.count * Tag.count),
            casing: [:])
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/m"
            var otherVersion = good
            otherVersion[8] += 1
            var full = good
            for slot in stride(from: TaggerModel.tablesStart, to: good.count, by: 8) { full[slot] = 1 }
            for bytes in [Array(good.dropLast()), Array(good.prefix(5)), good + [0], otherVersion, full, [1]] {
                try Data(bytes).write(to: URL(filePath: path))
                let error = #expect(throws: GazetteerError.self) { try TaggerModel(path: path) }
                #expect(error?.code == .notModel)
            }
            let missing = #expect(throws: GazetteerError.self) { try TaggerModel(path: folder + "/none") }
            #expect(missing?.code == .unreadable)
            try Data(good).write(to: URL(filePath: path))
            #expect(throws: Never.self) { try TaggerModel(path: path) }
        }
    }
}
