import Foundation
import TestSupport
import Testing

@testable import SearchIndex

/// What an index finds when it is opened again: columns that are whole, old, damaged, foreign or absent.
@Suite struct RestartTests {
    /// What a search finds: everything that depends on the columns.
    private struct Answers: Equatable {
        var hits: [String]
        var scores: [Double]
        var facets: [FacetResult]
        var status: String

        init(_ index: Index) async throws {
            let facets = Field.all.filter(\.isCountable).map(\.name)
            var query = try SearchQuery("river OR storm OR vote", facets: facets)
            query.limit = 500
            let result = try await index.search(query)
            hits = result.hits.map(\.id)
            scores = result.hits.map(\.score)
            self.facets = result.facets
            let status = index.status()
            self.status = "\(status.stamp) \(status.articles) \(status.passages)"
        }
    }

    /// Opens the index in `folder` with next to no gazetteers, which take longer to read than all the rest.
    private func open(_ folder: String) async throws -> Index {
        let tables = folder + "/tables"
        try FileManager.default.createDirectory(atPath: tables, withIntermediateDirectories: true)
        try "place\tOz\n".write(toFile: tables + "/one.tsv", atomically: false, encoding: .utf8)
        return try await TestIndex.open(folder, gazetteers: tables)
    }

    /// Opens the index in `folder`, and closes it.
    private func answers(_ folder: String) async throws -> (ColumnOrigin, Answers) {
        let index = try await open(folder)
        let answers = try await Answers(index)
        let origin = index.status().columnOrigin
        await index.close()
        return (origin, answers)
    }

    private func fill(_ test: TestIndex) async throws {
        try await test.ingest(Samples.random(60, seed: 1))
        try await test.ingest(Samples.random(25, seed: 2))
        #expect(try await test.index.delete(ids: ["r/1", "r/84"]) == [true, false])
        try await test.ingest(Samples.harbor)
    }

    private func stamp(_ folder: String) throws -> ColumnStamp {
        try #require(ColumnStamp(String(contentsOfFile: folder + "/columns/stamp", encoding: .utf8)))
    }

    @Test func columnsAreUsedAsTheyAreAndGrowOn() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let (first, _) = try await answers(folder)
            #expect(first == .rebuilt(because: "there is no stamp"))
            var index = try await open(folder)
            #expect(index.status().columnOrigin == .mapped)
            try await fill(TestIndex(index: index, folder: folder))
            let grown = try await Answers(index)
            await index.close()
            #expect(try await answers(folder) == (.mapped, grown))
            // A writer that found the values in the files numbers them as the one before did.
            index = try await open(folder)
            try await TestIndex(index: index, folder: folder).ingest(Samples.random(40, seed: 9))
            let more = try await Answers(index)
            await index.close()
            #expect(try await answers(folder) == (.mapped, more) && more.facets != grown.facets)
            try FileManager.default.removeItem(atPath: folder + "/columns")
            #expect(try await answers(folder) == (.rebuilt(because: "there is no stamp"), more))
            #expect(try await answers(folder) == (.mapped, more))
        }
    }

    /// The files of an index that is open and never closed are what a killed process leaves behind.
    @Test func aKilledProcessLosesNothing() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let (killed, late) = (folder + "/killed", folder + "/late")
            try await TestIndex.with { test in
                try await test.ingest(Samples.random(60, seed: 1))
                let stampBefore = try stamp(test.folder)
                try await fill(test)
                let grown = try await Answers(test.index)
                for copy in [killed, late] { try FileManager.default.copyItem(atPath: test.folder, toPath: copy) }
                #expect(try await answers(killed) == (.mapped, grown))
                // Killed after the commit, before its stamp was written.
                try stampBefore.description.write(toFile: late + "/columns/stamp", atomically: false, encoding: .utf8)
                #expect(
                    try await answers(late) == (.rebuilt(because: "they are of another database or revision"), grown))
                #expect(try await answers(late) == (.mapped, grown))
            }
        }
    }

    @Test func damagedFilesAreMadeAnew() async throws {
        try await TestIndex.with { test in
            try await fill(test)
            let expected = try await Answers(test.index)
            let whole = try stamp(test.folder)
            var random = SplitMix(seed: 23)
            // One facet field stands for all of them.
            let names = whole.columns.keys.filter { !$0.contains(".") || $0.hasPrefix("person.") }.sorted()
            #expect(names.count == 10)
            for name in names {
                let count = try #require(whole.columns[name]).count
                try await TestSupport.withTemporaryFolder { folder in
                    let copy = folder + "/copy"
                    try FileManager.default.copyItem(atPath: test.folder, toPath: copy)
                    let path = copy + "/columns/" + name
                    let width = name.hasSuffix(".names") ? 1 : 4
                    let file = try #require(FileHandle(forUpdatingAtPath: path))
                    // One bit, anywhere, then the last element lost, and at last the file.
                    let place = UInt64.random(in: 0..<UInt64(count * width), using: &random)
                    try file.seek(toOffset: place)
                    let byte = try #require(file.read(upToCount: 1)?.first)
                    try file.seek(toOffset: place)
                    try file.write(contentsOf: [byte ^ (1 << UInt8.random(in: 0..<8, using: &random))])
                    #expect(try await answers(copy) == (.rebuilt(because: "\(name) is damaged"), expected))

                    // Made anew, it may be shorter: without what removed passages had.
                    let end = UInt64(try #require(stamp(copy).columns[name]).count * width)
                    try #require(FileHandle(forUpdatingAtPath: path)).truncate(atOffset: end - 1)
                    #expect(try await answers(copy) == (.rebuilt(because: "\(name) is too short"), expected))

                    try FileManager.default.removeItem(atPath: path)
                    #expect(
                        try await answers(copy) == (.rebuilt(because: "\(name) cannot be opened, error 2"), expected))
                    #expect(try await answers(copy) == (.mapped, expected))
                }
            }
        }
    }

    @Test func stampsThatDoNotFitAreNotBelieved() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let index = try await open(folder)
            try await fill(TestIndex(index: index, folder: folder))
            let expected = try await Answers(index)
            await index.close()
            let changes: [(String, (inout ColumnStamp) -> Void)] = [
                ("they are of another database or revision", { $0.uuid = "0-0" }),
                ("they are of another database or revision", { $0.revision += 1 }),
                ("the stamp does not name place.ids", { $0.columns["place.ids"] = nil }),
                ("the stamp gives date an impossible length", { $0.columns["date"]?.count = -1 }),
                ("the stamp gives date an impossible length", { $0.columns["date"]?.count = .max }),
                ("date is too short", { $0.columns["date"]?.count = 1 << 40 }),
                ("date is damaged", { $0.columns["date"]?.count -= 1 }),
                ("length is damaged", { $0.columns["length"]?.count = 0 }),
            ]
            for (reason, change) in changes {
                var stamp = try stamp(folder)
                change(&stamp)
                try stamp.description.write(toFile: folder + "/columns/stamp", atomically: false, encoding: .utf8)
                #expect(try await answers(folder) == (.rebuilt(because: reason), expected))
                #expect(try await answers(folder) == (.mapped, expected))
            }
            for text in ["", "\n", "nonsense", try stamp(folder).description.replacing("articles", with: "articlez")] {
                try text.write(toFile: folder + "/columns/stamp", atomically: false, encoding: .utf8)
                #expect(try await answers(folder) == (.rebuilt(because: "the stamp is damaged"), expected))
            }
        }
    }

    /// Columns are a convenience: an index without a place for them works, from the heap.
    @Test func anIndexWorksWithoutItsFolderOfColumns() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            _ = FileManager.default.createFile(atPath: folder + "/columns", contents: Data())
            let index = try await open(folder)
            try await fill(TestIndex(index: index, folder: folder))
            #expect(index.columns.length.fileName == nil)
            let grown = try await Answers(index)
            await index.close()
            #expect(try await answers(folder) == (.rebuilt(because: "there is no stamp"), grown))
        }
    }
}
