import Foundation
import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

/// A database that is written anew and put in the old one's place.
@Suite struct CompactionTests {
    @Test func docidsOrdinalsAndIdentityStay() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(80, seed: 1))
            // Holes at the beginning, in the middle and at the end.
            _ = try await test.index.delete(ids: ["r/0", "r/1", "r/40", "r/78", "r/79"])
            let before = try IndexContents(test)
            let (stamp, ordinal) = (test.index.stamp, try await test.ordinal("r/50"))
            let last = test.index.columns.lastDocid
            let sizes = try await test.index.compact()
            #expect(sizes.after < sizes.before)
            #expect(try IndexContents(test).differences(from: before, docids: true) == [])
            #expect(test.index.stamp.uuid == stamp.uuid && test.index.stamp.revision > stamp.revision)
            #expect(try await test.ordinal("r/50") == ordinal)
            // A docid or an ordinal that was used is not used again.
            try await test.ingest(Samples.harbor)
            #expect(try await test.ordinal("h/1") >= 80)
            let first = try IndexReader(path: test.folder + "/db").article(id: "h/1")?.firstDocid
            #expect(try #require(first) > last)
            #expect(Index.check(folder: test.folder).isSound)
        }
    }

    @Test func searchesGoOnWhileDatabasesAreExchanged() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(60, seed: 1))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        var last: UInt64 = 0
                        for _ in 0..<100 {
                            let result = try await test.index.search(SearchQuery("*", facets: ["person"]))
                            #expect(result.stamp.revision >= last)
                            last = result.stamp.revision
                            #expect(result.hits.count == min(result.totals.passages, 1_000))
                            #expect(try await test.index.article(id: "r/7")?.1.isEmpty == false)
                        }
                    }
                }
                group.addTask { for _ in 0..<8 { _ = try await test.index.compact() } }
                group.addTask {
                    for number in 0..<20 {
                        try await test.ingest(#"{"id":"beside/\#(number)","text":"Written beside it."}"#)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await test.index.count(SearchQuery("beside")).totals.articles == 20)
            #expect(try await test.index.check().isSound)
        }
    }

    @Test func aDamagedTableIsNeitherCompactedNorCopied() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(60, seed: 1))
            let path = test.folder + "/db/position.glass"
            var bytes = Array(try Data(contentsOf: URL(filePath: path)))
            for place in bytes.indices { bytes[place] ^= 0x55 }
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.write(contentsOf: bytes)
            try file.close()
            func isRefused(_ body: () async throws -> Void) async -> Bool {
                do { try await body() } catch {
                    let error = error as? SearchIndexError
                    return error?.code == .corrupt && error?.message.contains("db/position.glass") == true
                }
                return false
            }
            #expect(await isRefused { _ = try await test.index.compact() })
            #expect(await isRefused { _ = try await test.index.backup() })
            let names = try FileManager.default.contentsOfDirectory(atPath: test.folder)
            #expect(!names.contains { $0.hasPrefix("backup-") })
            #expect(try await test.index.check().problems.map(\.file) == ["db/position.glass"])
        }
    }
}

extension TestIndex {
    /// The number of an article.
    fileprivate func ordinal(_ id: String) async throws -> UInt32 {
        try #require(try IndexReader(path: folder + "/db").article(id: id)).ordinal
    }
}
