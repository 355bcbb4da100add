import Foundation
import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

@Suite struct WritingTests {
    @Test func anArticleReplacesTheOneWithItsId() async throws {
        try await TestIndex.with { test in
            let first = try await test.ingest(Samples.harbor)
            #expect(first.added == 4 && first.passages == 6 && first.isComplete)
            let again = try await test.ingest(Samples.harbor)
            #expect(again.unchanged == 4 && again.passages == 0)
            #expect(test.index.stamp.revision == 2 || again.added == 0)
            let changed = try await test.ingest(#"{"id":"h/1","text":"The harbor is open."}"#)
            #expect(changed.replaced == 1 && changed.passages == 1)
            #expect(try await test.ids(SearchQuery("harbor")).sorted() == ["h/1#1", "h/3#1"])
            #expect(try await test.index.article(id: "h/1")?.1.map(\.text) == ["The harbor is open."])
            #expect(try await test.index.delete(ids: ["h/1", "nowhere"]) == [true, false])
            #expect(try await test.ids(SearchQuery("harbor")) == ["h/3#1"])
            #expect(try await test.index.article(id: "h/1") == nil)
            #expect(test.index.status().articles == 3 && test.index.status().passages == 4)
        }
    }

    @Test func oneBadRecordLosesNothingElse() async throws {
        try await TestIndex.with { test in
            let lines = "{\"id\":\"a\",\"text\":\"good\"}\n{\"id\":\"b\"\n{\"id\":\"c\",\"text\":\"also good\"}\n"
            let report = try await test.ingest(lines)
            #expect(report.received == 3 && report.added == 2)
            #expect(report.failures.map(\.line) == [2] && report.failures.map(\.name) == ["test"])
            #expect(try await test.ids(SearchQuery("good")).sorted() == ["a#1", "c#1"])
        }
    }

    /// The snapshot that grew with the commits, the one that the mapped files hold and the one rebuilt from the
    /// database are equal.
    @Test func aReopenedSnapshotEqualsTheGrownOne() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            var index = try await TestIndex.open(folder)
            let test = TestIndex(index: index, folder: folder)
            try await test.ingest(Samples.random(60, seed: 1))
            try await test.ingest(Samples.random(30, seed: 2))
            _ = try await index.delete(ids: ["r/3", "r/59"])
            let query = try SearchQuery("river OR storm OR vote", facets: ["person", "source", "date"])
            let before = try await index.search(query)
            let grown = index.columns
            await index.close()
            for files in ["kept", "removed"] {
                if files == "removed" { try FileManager.default.removeItem(atPath: folder + "/columns") }
                index = try await TestIndex.open(folder)
                #expect((index.status().columnOrigin == .mapped) == (files == "kept"))
                let after = try await index.search(query)
                #expect(before.hits.map(\.id) == after.hits.map(\.id))
                #expect(before.hits.map(\.score) == after.hits.map(\.score))
                #expect(before.facets == after.facets && before.totals == after.totals && before.totals.passages > 50)
                let columns = index.columns
                #expect(columns.live.docids == grown.live.docids && columns.lastDocid == grown.lastDocid)
                for docid in grown.live.docids {
                    #expect(columns.length[Int(docid)] == grown.length[Int(docid)])
                    for facet in grown.facets.indices {
                        #expect(columns.facets[facet].ids(of: docid) == grown.facets[facet].ids(of: docid))
                    }
                }
                await index.close()
            }
            #expect(try Maintenance.check(path: folder + "/db").errorCount == 0)
        }
    }

    @Test func refusesADatabaseThatIsNotOurs() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            do {
                let foreign = try WritableDatabase(path: folder + "/db", mode: .create)
                let document = try Document()
                try document.addTerm(Array("word".utf8))
                try foreign.add(document)
                try foreign.commit()
                try foreign.close()
            }
            await #expect { try await TestIndex.open(folder) } throws: {
                ($0 as? SearchIndexError)?.code == .wrongSchema
            }
        }
    }

    @Test func refusesAnIndexOfAnotherSchema() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try await TestIndex.open(folder).close()
            do {
                let older = try WritableDatabase(path: folder + "/db", mode: .open)
                try older.setMetadata(Array(String(Schema.version - 1).utf8), for: Schema.versionKey)
                try older.commit()
                try older.close()
            }
            await #expect { try await TestIndex.open(folder) } throws: {
                ($0 as? SearchIndexError)?.code == .wrongSchema
            }
        }
    }

    @Test func aSecondWriterIsRefused() async throws {
        try await TestIndex.with { test in
            _ = await #expect { try await TestIndex.open(test.folder, patience: 1) } throws: {
                ($0 as? SearchIndexError)?.code == .locked
            }
        }
    }

    @Test func oddInputIsStoredAsItIs() async throws {
        try await TestIndex.with { test in
            let title = String(repeating: "題", count: 300)
            let long = String(repeating: "x", count: 400)
            let report = try await test.ingest(
                #"{"id":"odd","title":"\#(title)","text":"zero\u0000byte \#(long) end","source":"\#(long)y"}"#)
            #expect(report.isComplete && report.added == 1)
            #expect(try await test.index.article(id: "odd")?.0.title == title)
            #expect(try await test.ids(SearchQuery(long)) == ["odd#1"])
            #expect(try await test.ids(SearchQuery("*", where: ["source=\(long)y"])) == ["odd#1"])
            #expect(try await test.ids(SearchQuery("*", where: ["source=\(long)z"])) == [])
            #expect(try await test.ids(SearchQuery("title:題題")) == ["odd#1"])
        }
    }

    @Test func searchesWhileWritingNeverFail() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(50, seed: 0))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for round in 1...25 { try await test.ingest(Samples.random(20, seed: UInt64(round))) }
                }
                for _ in 0..<3 {
                    group.addTask {
                        for _ in 0..<60 {
                            let result = try await test.index.search(SearchQuery("river", facets: ["person"]))
                            #expect(result.hits.count == min(result.totals.passages, 1_000))
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
