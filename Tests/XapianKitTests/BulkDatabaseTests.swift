import Foundation
import TestSupport
import Testing
import XapianKit

/// A database that is written whole reads as the one that Xapian writes. `CShims/Tests/bulk_test.cc` and `merge_test.cc`
/// go deeper.
@Suite struct BulkDatabaseTests {
    private struct Passage {
        var docid: UInt32
        var data: [UInt8]
        var words: [[UInt8]]
        var values: [UInt32: [UInt8]]

        func fill(_ target: some DocumentTarget) throws(XapianError) {
            try target.setData(data)
            for (index, word) in words.enumerated() {
                if index % 5 == 4 {
                    try target.addBooleanTerm(word)
                } else {
                    try target.addPosting(word, position: UInt32(index * 3 + 1))
                }
            }
            for (slot, value) in values { try target.setValue(value, slot: slot) }
        }
    }

    private static func passages(_ random: inout SplitMix, _ count: Int) -> [Passage] {
        var docid: UInt32 = 0
        return (0..<count).map { _ in
            docid += UInt32.random(in: 1...3, using: &random)
            let words = (0..<Int.random(in: 0...60, using: &random)).map { _ -> [UInt8] in
                switch Int.random(in: 0..<20, using: &random) {
                case 0: [UInt8](repeating: UInt8.random(in: 0...255, using: &random), count: 122)
                case 1: [UInt8.random(in: 0...255, using: &random)]
                default: Array("w\(Int.random(in: 0..<400, using: &random))".utf8)
                }
            }
            let slots = (0..<Int.random(in: 0...3, using: &random)).map { _ in UInt32.random(in: 0...5, using: &random)
            }
            return Passage(
                docid: docid,
                data: (0..<Int.random(in: 0...3000, using: &random)).map { UInt8($0 % 7) },
                words: words, values: Dictionary(slots.map { ($0, [UInt8($0), 1]) }) { $1 })
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func readsAsXapiansOwn(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let passages = Self.passages(&random, seed == 1 ? 1 : 600)
        try TestSupport.withTemporaryFolder { folder in
            let bulk = try BulkDatabase(path: folder + "/bulk")
            let plain = try WritableDatabase(path: folder + "/plain", mode: .create, synchronous: false)
            let document = try Document()
            for passage in passages {
                try bulk.begin(docid: passage.docid)
                try passage.fill(bulk)
                try document.clear()
                try passage.fill(document)
                try plain.put(document, docid: passage.docid)
            }
            try bulk.setMetadata(bytes("value"), for: bytes("key"))
            try plain.setMetadata(bytes("value"), for: bytes("key"))
            #expect(bulk.memory > 0)
            try bulk.finish()
            try plain.commit()

            #expect(try Maintenance.check(path: folder + "/bulk").errorCount == 0)
            let (ours, theirs) = (try Database(path: folder + "/bulk"), plain)
            var (our, their) = (try ours.statistics(), try theirs.statistics())
            (our.revision, their.revision) = (0, 0)
            #expect(our == their)
            #expect(try rest(ours.terms()) == rest(theirs.terms()))
            #expect(try ours.metadata(bytes("key")) == bytes("value"))
            for passage in passages {
                let docid = passage.docid
                #expect(try ours.data(docid: docid) == passage.data)
                #expect(try ours.length(docid: docid) == theirs.length(docid: docid))
                #expect(try rest(ours.terms(docid: docid)) == rest(theirs.terms(docid: docid)))
                for word in Set(passage.words) {
                    #expect(try ours.positions(of: word, docid: docid) == theirs.positions(of: word, docid: docid))
                }
                for slot in 0...5 as ClosedRange<UInt32> {
                    #expect(try ours.value(docid: docid, slot: slot) == theirs.value(docid: docid, slot: slot))
                }
            }
        }
    }

    /// A document of Xapian's and one of a database that is written whole take the same terms.
    @Test func longTermsAreRefusedAlike() throws {
        try TestSupport.withTemporaryFolder { folder in
            let database = try BulkDatabase(path: folder + "/bulk")
            let document = try Document()
            try database.begin(docid: 1)
            for length in [0, 122, 123, 240, 241, 243, 245, 246] {
                for zeros in 0...min(length, 5) {
                    let term = [UInt8](repeating: 0, count: zeros) + [UInt8](repeating: 0x77, count: length - zeros)
                    let isTaken = [database as any DocumentTarget, document].map {
                        (try? $0.addPosting(term, position: 1)) != nil
                    }
                    let canBe = XapianLibrary.canStore(term)
                    #expect(isTaken == [canBe, canBe], "\(length) bytes, \(zeros) of them NUL")
                }
            }
        }
    }

    /// A database of Xapian's, a whole one and a piece, merged: what Xapian has of all their documents.
    @Test func databasesAreMerged() throws {
        var random = SplitMix(seed: 11)
        let groups = (0..<3).map { _ in Self.passages(&random, 200) }
        try TestSupport.withTemporaryFolder { folder in
            let all = try WritableDatabase(path: folder + "/all", mode: .create, synchronous: false)
            let document = try Document()
            var sources: [(path: String, offset: UInt32)] = []
            var last: UInt32 = 0
            for (number, passages) in groups.enumerated() {
                let path = folder + "/\(number)"
                let plain = number == 0 ? try WritableDatabase(path: path, mode: .create, synchronous: false) : nil
                let bulk = number == 0 ? nil : try BulkDatabase(path: path)
                for passage in passages {
                    try document.clear()
                    try passage.fill(document)
                    try plain?.put(document, docid: passage.docid)
                    try bulk?.begin(docid: passage.docid)
                    if let bulk { try passage.fill(bulk) }
                    try all.put(document, docid: passage.docid + last)
                }
                try plain?.commit()
                if number == 1 { try bulk?.finish(synchronous: false) } else { try bulk?.finishPiece() }
                sources.append((path, last))
                last += passages.last?.docid ?? 0
            }
            try all.commit()
            try BulkDatabase.merge(sources, into: folder + "/merged")
            #expect(try Maintenance.check(path: folder + "/merged").errorCount == 0)
            let merged = try Database(path: folder + "/merged")
            var (our, their) = (try merged.statistics(), try all.statistics())
            (our.revision, their.revision) = (0, 0)
            #expect(our == their)
            #expect(try rest(merged.terms()) == rest(all.terms()))
            for (passages, source) in zip(groups, sources) {
                for passage in passages {
                    let docid = passage.docid + source.offset
                    #expect(try merged.data(docid: docid) == passage.data)
                    #expect(try rest(merged.terms(docid: docid)) == rest(all.terms(docid: docid)))
                    for word in Set(passage.words) {
                        #expect(try merged.positions(of: word, docid: docid) == all.positions(of: word, docid: docid))
                    }
                }
            }
            #expect(code { try BulkDatabase.merge(sources, into: folder + "/merged") } == .database, "it is there")
            let twice = [sources[0], sources[0]]
            #expect(code { try BulkDatabase.merge(twice, into: folder + "/twice") } == .invalidArgument)
            try Data(repeating: 0xA5, count: 8192).write(to: URL(filePath: sources[1].path + "/termlist.glass"))
            let error = #expect(throws: XapianError.self) {
                try BulkDatabase.merge(sources, into: folder + "/damaged")
            }
            #expect(error?.code == .databaseCorrupt)
            #expect(error?.message.contains("/1/termlist.glass") == true, "\(error?.message ?? "")")
            #expect(!FileManager.default.fileExists(atPath: folder + "/damaged"))
        }
    }

    @Test func whatIsGivenUpLeavesNothing() throws {
        try TestSupport.withTemporaryFolder { folder in
            do {
                let bulk = try BulkDatabase(path: folder + "/bulk")
                try bulk.begin(docid: 1)
                try bulk.setData([1, 2, 3])
            }
            _ = try BulkDatabase(path: folder + "/bulk")
            let made = try BulkDatabase(path: folder + "/bulk")
            #expect(code { _ = try BulkDatabase(path: folder + "/bulk") } == .database, "the folder is there")
            #expect(code { try made.begin(docid: 0) } == .invalidArgument)
            #expect(code { try made.addBooleanTerm(bytes("a")) } == .invalidArgument, "no document")
            #expect(code { try made.finish() } == .invalidArgument, "no document")
        }
    }
}
