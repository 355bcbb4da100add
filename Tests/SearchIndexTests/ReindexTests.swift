import Corpus
import Foundation
import TestSupport
import Testing

@testable import SearchIndex

/// What an index has stored of its articles, written out and made anew.
@Suite struct ReindexTests {
    private static let given = """
        {"id":"g/1","title":"Talks","text":"Ada Stone met Ben Marsh in Zurbia.","entities":[{"type":"person","name":"Nobody Else"},{"type":"place","name":"Zurbia","start":27,"end":33}]}
        {"id":"g/2","passages":["One passage.","Another \\"passage\\"."],"date":"2025-03-01","authors":["A","B"]}
        """

    /// All lines of an export, in parts of a few articles.
    private func export(_ index: Index) async throws -> String {
        var (lines, next): ([UInt8], UInt32?) = ([], 1)
        while let start = next {
            let part = try await index.export(from: start, bytes: 700)
            lines += part.lines
            next = part.next
        }
        return String(decoding: lines, as: UTF8.self)
    }

    @Test func anExportMakesAnEqualIndex() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(80, seed: 3))
            try await test.ingest(Self.given)
            try await test.ingest(Samples.random(10, seed: 4))
            _ = try await test.index.delete(ids: ["r/40"])
            let lines = try await export(test.index)
            let again = try await test.ingest(lines)
            #expect(again.unchanged == 81 && again.added == 0 && again.replaced == 0)
            try await TestIndex.with { other in
                let report = try await other.ingest(lines)
                let differences = try IndexContents(other).differences(from: IndexContents(test), docids: false)
                let exported = try await export(other.index)
                #expect(report.added == 81 && differences == [] && exported == lines)
            }
        }
    }

    /// Short streams and long ones take different ways.
    @Test(arguments: [LoadLimits().threshold, 20])
    func articlesAreMadeAnewWithTheTablesOfNow(_ threshold: Int) async throws {
        var limits = LoadLimits()
        limits.threshold = threshold
        try await TestIndex.with(load: limits) { test in
            try await test.ingest(Samples.random(60, seed: 5))
            try await test.ingest(Self.given + "\n" + #"{"id":"z","text":"The city of Qorvath lies by the sea."}"#)
            let before = try IndexContents(test)
            let report = try await test.index.reindex()
            #expect(report.failures.isEmpty && report.replaced == 63 && report.added == 0 && report.unchanged == 0)
            #expect(try IndexContents(test).differences(from: before, docids: false) == [])
            // The same articles are the same again; and a second time all are made anew as well.
            #expect(try await test.ingest(Self.given).unchanged == 2)
            #expect(try await test.index.reindex().replaced == 63)
            #expect(try IndexContents(test).differences(from: before, docids: false) == [])
            // A table that came after the articles finds its names in them now.
            let named = try SearchQuery(#"place:"Port Qorvath""#)
            #expect(try await test.index.search(named).hits.isEmpty)
            var upload = try test.index.gazetteerUpload(name: "mine", minimumPopulation: nil)
            try upload.add("place\tPort Qorvath\tQorvath\n".utf8)
            _ = try await test.index.keep(upload)
            #expect(try await test.index.reindex().replaced == 63)
            #expect(try await test.index.search(named).hits.map(\.article.id) == ["z"])
            #expect(try await test.index.check().problems.isEmpty)
        }
    }

    @Test func whoeverWritesMeanwhileIsRefused() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(5, seed: 6))
            var lock: WriteLock? = try await test.index.alone()
            let refused = await #expect(throws: SearchIndexError.self) { try await test.index.delete(ids: ["r/1"]) }
            #expect(refused?.code == .busy && lock != nil)
            let second = await #expect(throws: SearchIndexError.self) { try await test.index.reindex() }
            #expect(second?.code == .busy)
            lock = nil
            #expect(try await test.index.delete(ids: ["r/1"]) == [true])
            // Who has a place is waited for.
            var place: WritePlace? = try test.index.writePlace()
            let index = test.index
            let reindex = Task { try await index.reindex() }
            while (try? index.writePlace()) != nil { await Task.yield() }
            #expect(place != nil)
            place = nil
            #expect(try await reindex.value.replaced == 4)
        }
    }
}
