import TestSupport
import Testing

@testable import DatelineServer

@Suite struct ByteSearchTests {
    @Test func edges() {
        #expect(ByteSearch.firstIndex(of: [1], in: [], from: 0) == nil)
        #expect(ByteSearch.firstIndex(of: [1, 2], in: [1], from: 0) == nil)
        #expect(ByteSearch.firstIndex(of: [1, 2], in: [1, 1, 2], from: 0) == 1)
        #expect(ByteSearch.firstIndex(of: [1, 2], in: [1, 2, 1], from: 1) == nil)
        #expect(ByteSearch.firstIndex(of: [1, 2], in: [1, 2, 1, 2], from: 1) == 2)
        #expect(ByteSearch.firstIndex(of: [1, 2], in: [1, 2], from: 2) == nil)
    }

    /// Against looking at every place.
    @Test func itFindsWhatAPlainSearchFinds() {
        var random = SplitMix(seed: 3)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in UInt8(random.pick([0, 1, 2])) }
            let pattern = (0..<Int.random(in: 1...4, using: &random)).map { _ in UInt8(random.pick([0, 1, 2])) }
            let start = Int.random(in: 0...bytes.count, using: &random)
            let expected = bytes.indices[start...].first { bytes[$0...].starts(with: pattern) }
            #expect(ByteSearch.firstIndex(of: pattern, in: bytes, from: start) == expected)
        }
    }
}
