import Foundation
import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

/// What a check says of an index whose files are sound and whose contents do not fit together.
@Suite struct CheckTests {
    /// Runs `body` on the database of a closed index of five articles, and gives what a check finds afterwards.
    private func problems(
        _ body: (WritableDatabase, IndexReader) throws -> Void
    ) async throws -> [CheckReport.Problem] {
        try await TestSupport.withTemporaryFolder { folder in
            let index = try await TestIndex.open(folder)
            let test = TestIndex(index: index, folder: folder)
            try await test.ingest(Samples.random(5, seed: 1))
            await index.close()
            #expect(Index.check(folder: folder).isSound)
            do {
                let database = try WritableDatabase(path: folder + "/db", mode: .open)
                try body(database, try IndexReader(database))
                try database.commit()
                try database.close()
            }
            return Index.check(folder: folder).problems
        }
    }

    @Test func whatFitsTogetherIsSound() async throws {
        #expect(try await problems { _, _ in } == [])
    }

    @Test func aPassageThatIsGoneIsMissed() async throws {
        let found = try await problems { database, reader in
            let record = try #require(try reader.article(id: "r/2"))
            try database.delete(docid: record.firstDocid)
        }
        #expect(found.map(\.message) == ["passages that an article has and the database does not"])
        #expect(found.map(\.count) == [1] && found.map(\.file) == ["db/postlist.glass"])
    }

    @Test func passagesOfNoArticleAreFound() async throws {
        var passages = 0
        let found = try await problems { database, reader in
            passages = try #require(try reader.article(id: "r/3")).passages.count
            try database.setMetadata([], for: Schema.articleKey(id: "r/3"))
        }
        #expect(found.map(\.message) == ["passages that are of no article"])
        #expect(found.map(\.count) == [passages])
    }

    @Test func recordsThatDoNotReadBackAreFound() async throws {
        let found = try await problems { database, reader in
            let record = try #require(try reader.article(id: "r/1"))
            try database.setMetadata(Array(record.encoded.dropLast(3)), for: Schema.articleKey(id: "r/1"))
            let other = try #require(try reader.article(id: "r/4"))
            try database.put(try Document(), docid: other.firstDocid)
        }
        #expect(
            Set(found.map(\.message)) == [
                "articles whose record does not read back",
                "passages that are of another article than the one that has them",
                "passages whose stored text does not read back", "passages that are of no article",
            ])
        #expect(Set(found.map(\.file)) == ["db/postlist.glass", "db/docdata.glass"])
    }

    /// A last docid that is one flipped bit away must not take all memory.
    @Test func anImpossibleLastDocidIsDamage() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            let reader = try IndexReader(path: test.folder + "/db")
            var statistics = try reader.statistics()
            #expect(try reader.rows(statistics) == Int(statistics.lastDocid) + 1)
            statistics.lastDocid |= 1 << 31
            #expect { try reader.rows(statistics) } throws: { ($0 as? SearchIndexError)?.code == .corrupt }
        }
    }
}
