import Foundation
import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

/// What goes on beside a load, and what stays when one fails or is cut off.
@Suite struct LoadSafetyTests {
    @Test func searchesSeeOneStateOrTheOtherWhileDatabasesAreExchanged() async throws {
        try await TestIndex.with(load: LoadTests.limits(pending: 60)) { test in
            #expect(try await test.ingest(Samples.random(40, seed: 0)).added == 40)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for searcher in 0..<3 {
                    group.addTask {
                        var last: UInt64 = 0
                        for round in 0..<150 {
                            let query = try SearchQuery(round % 2 == 0 ? "*" : "river", facets: ["person", "source"])
                            let result = try await test.index.search(query)
                            #expect(result.stamp.revision >= last)
                            #expect(result.hits.count == min(result.totals.passages, 1_000))
                            last = result.stamp.revision
                            // All articles of a commit, or none: no article is ever there in half.
                            let article = try await test.index.article(id: "r/\((searcher * 7 + round) % 40)")
                            #expect(article?.1.isEmpty == false)
                        }
                    }
                }
                group.addTask {
                    for seed in 1...6 {
                        await LoadTests.stream(Samples.random(150, seed: UInt64(seed)), into: test.index)
                    }
                }
                group.addTask {
                    for seed in 1...20 {
                        let article = #"{"id":"beside/\#(seed)","text":"Written beside a load."}"#
                        _ = try await test.ingest(article)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await test.index.count(SearchQuery("beside")).totals.articles == 20)
            #expect(try Maintenance.check(path: test.folder + "/db").errorCount == 0)
        }
    }

    @Test func theIndexStaysTheSameAndItsRevisionsAscend() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            var index = try await TestIndex.open(folder, load: LoadTests.limits())
            var stamps = [index.stamp]
            var cursor: String?
            for seed in 1...3 {
                await LoadTests.stream(Samples.random(120, seed: UInt64(seed)), into: index)
                stamps.append(index.stamp)
                _ = try await index.delete(ids: ["r/\(seed)"])
                stamps.append(index.stamp)
                if cursor == nil { cursor = try await index.search(SearchQuery("river", limit: 10)).next }
            }
            let xapian = try Database(path: folder + "/db").uuid()
            await index.close()
            index = try await TestIndex.open(folder)
            #expect(index.status().columnOrigin == .mapped)
            stamps.append(index.stamp)
            #expect(Set(stamps.map(\.uuid)).count == 1 && stamps[0].uuid != xapian)
            #expect(stamps.dropLast().map(\.revision) == Set(stamps.map(\.revision)).sorted())
            #expect(stamps[stamps.count - 1] == stamps[stamps.count - 2])
            var later = try SearchQuery("river")
            later.after = cursor
            await #expect { try await index.search(later) } throws: {
                ($0 as? SearchIndexError)?.code == .staleCursor
            }
            await index.close()
        }
    }

    /// What others write while a load is under way stays; of one id the load's article, which is later, wins.
    @Test func otherWritesDuringALoadAreKept() async throws {
        try await TestIndex.with(load: LoadTests.limits()) { test in
            try await test.ingest(Samples.random(50, seed: 1))
            var load = test.index.load()
            await load.add([body(Samples.random(40, seed: 2))])
            await load.add([body(Samples.random(40, seed: 2))])
            _ = try await test.index.delete(ids: ["r/45", "r/3"])
            let others = #"{"id":"mine","text":"A zebra."}"# + "\n" + #"{"id":"r/5","text":"A zebra too."}"#
            try await test.ingest(others)
            #expect(try await test.ids(SearchQuery("zebra")).sorted() == ["mine#1", "r/5#1"])
            await load.add([body(#"{"id":"mine2","text":"A zebra as well."}"#)])
            let report = await load.finish()
            #expect(report.received == 81 && report.added == 2 && report.unchanged == 40 && report.replaced == 39)
            #expect(try await test.ids(SearchQuery("zebra")).sorted() == ["mine#1", "mine2#1"])
            #expect(try await test.index.article(id: "r/45") == nil)
            #expect(try await test.index.article(id: "r/3") != nil)
            #expect(test.index.status().articles == 51)
        }
    }

    @Test func aLoadWithoutAPlaceForSegmentsLeavesTheIndexAsItWas() async throws {
        try await TestIndex.with(load: LoadTests.limits(threshold: 100)) { test in
            try await test.ingest(Samples.harbor)
            let before = try IndexContents(test)
            let stamp = test.index.stamp
            _ = FileManager.default.createFile(atPath: test.folder + "/load", contents: Data())
            let report = await LoadTests.stream(Samples.random(300, seed: 3) + "\n{", into: test.index)
            #expect(report.received == 301 && report.added == 0 && report.failures.count == 301)
            #expect(report.failures.filter { $0.code == "storage" && $0.name == "s" && $0.id != nil }.count == 300)
            #expect(try IndexContents(test).differences(from: before, docids: true) == [])
            #expect(test.index.stamp == stamp)
            try FileManager.default.removeItem(atPath: test.folder + "/load")
            try await loadsAfterwards(test)
        }
    }

    /// A merge of segments that are gone, or of one that is damaged: what a full disk does to one is much the same.
    @Test(arguments: [0, 1_000_000], [true, false])
    func aMergeThatFailsLeavesTheIndexAsItWas(ratio: Int, isDamaged: Bool) async throws {
        try await TestIndex.with(load: LoadTests.limits(segments: 100, ratio: ratio)) { test in
            try await test.ingest(Samples.harbor)
            let before = try IndexContents(test)
            var load = test.index.load()
            for _ in 0..<4 { await load.add([body(Samples.random(100, seed: 3))]) }
            let segments = try await eventually(inFolder: test.folder + "/load")
            if isDamaged {
                try Data(repeating: 0xA5, count: 8192).write(to: URL(filePath: segments[1] + "/postlist.glass"))
            } else {
                for segment in segments { try FileManager.default.removeItem(atPath: segment) }
            }
            let report = await load.finish()
            #expect(report.received == 400 && report.failures.count == 400)
            #expect(report.failures.allSatisfy { $0.code == (isDamaged ? "corrupt" : "storage") })
            #expect(try IndexContents(test).differences(from: before, docids: true) == [])
            #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder + "/load") == [])
            try await loadsAfterwards(test)
        }
    }

    @Test func aDiscardedLoadTakesNoRoomEvenWhenItsFilesAreOpen() throws {
        try TestSupport.withTemporaryFolder { folder in
            let load = try LoadFolder(in: folder + "/load")
            let path = load.newPath("segment")
            try FileTree.make(path)
            try Data(count: 100_000).write(to: URL(filePath: path + "/postlist.glass"))
            let file = try #require(FileHandle(forReadingAtPath: path + "/postlist.glass"))
            load.discard()
            #expect(try file.seekToEnd() == 0 && !FileManager.default.fileExists(atPath: load.path))
        }
    }

    /// A copy taken in the middle of a load is what a killed daemon leaves behind.
    @Test func whatAKilledLoadLeavesBehindIsRemoved() async throws {
        try await TestIndex.with(load: LoadTests.limits(segments: 100)) { test in
            try await test.ingest(Samples.harbor)
            let before = try IndexContents(test)
            var load = test.index.load()
            for _ in 0..<4 { await load.add([body(Samples.random(100, seed: 3))]) }
            _ = try await eventually(inFolder: test.folder + "/load")
            try await TestSupport.withTemporaryFolder { folder in
                let copy = folder + "/copy"
                try TestSupport.copyFolder(test.folder, to: copy)
                let index = try await TestIndex.open(copy)
                #expect(!FileManager.default.fileExists(atPath: copy + "/load"))
                let after = try IndexContents(TestIndex(index: index, folder: copy))
                #expect(after.differences(from: before, docids: true) == [])
                await index.close()
            }
            let report = await load.finish()
            #expect(report.added == 100 && report.unchanged == 300)
        }
    }

    /// After a failure loads work, and the words that went with it are known.
    private func loadsAfterwards(_ test: TestIndex) async throws {
        let report = await LoadTests.stream(Samples.random(300, seed: 3), into: test.index)
        #expect(report.added == 300 && report.isComplete)
        #expect(try await test.index.count(SearchQuery("marke*")).totals.articles > 20)
        #expect(try Maintenance.check(path: test.folder + "/db").errorCount == 0)
    }

    private func body(_ lines: String) -> ArticleBody {
        ArticleBody(bytes: Array(lines.utf8), format: .ndjson, name: "b")
    }

    /// The paths of the segments of the load under way, once there are two that are whole.
    private func eventually(inFolder folder: String) async throws -> [String] {
        for _ in 0..<6_000 {
            for load in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(load)")
                if names.count > 3 { return names.sorted().prefix(2).map { "\(folder)/\(load)/\($0)" } }
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("no segment appears")
        return []
    }
}
