import Foundation
import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

/// Long streams, through segments, against the same articles written to the live database.
@Suite struct LoadTests {
    /// Limits that make a load of a few articles, with many segments, groups and, if `pending` is small, merges.
    static func limits(
        threshold: Int = 0, segments: Int = 4, pending: Int = 1_000_000, ratio: Int = 1_000_000
    ) -> LoadLimits {
        var limits = LoadLimits()
        limits.threshold = threshold
        limits.segment = 40
        limits.segments = segments
        limits.pending = pending
        limits.mergeRatio = ratio
        limits.commit = 100
        return limits
    }

    private static let live = LoadLimits()
    private static let facets = Field.all.filter(\.isCountable).map(\.name)

    /// Streams lines of NDJSON into an index, so many lines a batch.
    @discardableResult
    static func stream(_ lines: String, into index: Index, batch: Int = 25) async -> IngestReport {
        var load = index.load()
        let lines = lines.split(separator: "\n")
        for start in stride(from: 0, to: lines.count, by: batch) {
            let part = lines[start..<min(start + batch, lines.count)].joined(separator: "\n")
            await load.add([ArticleBody(bytes: Array(part.utf8), format: .ndjson, name: "s", firstLine: start + 1)])
        }
        return await load.finish()
    }

    /// What a few searches find, with all facets.
    private func answers(_ index: Index) async throws -> [String] {
        var answers: [String] = []
        let texts = [
            "river OR storm OR vote", "flood market", "\"court ruling\"", "title:goal", "*", "person:\"Ada Stone\"",
            "president OR iran OR trade",
        ]
        for text in texts {
            var query = try SearchQuery(text, facets: text == "*" ? [] : Self.facets)
            query.limit = 1_000
            let result = try await index.search(query)
            answers.append("\(text) \(result.totals) \(result.hits.map { "\($0.id) \($0.score) \($0.passage)" })")
            for facet in result.facets { answers.append("\(facet)") }
        }
        return answers
    }

    /// What is in the index before: passages deleted at the beginning, in the middle and at the end.
    private func prepare(_ test: TestIndex) async throws {
        try await test.ingest(Samples.harbor + "\n" + Samples.random(60, seed: 1))
        _ = try await test.index.delete(ids: ["h/1", "h/2", "r/7", "r/58", "r/59"])
    }

    /// Streams some articles into an index as `limits` have it.
    private func contents(
        _ limits: LoadLimits, _ stream: String, prepared: Bool = true
    ) async throws -> (IngestReport, IndexContents, [String]) {
        try await TestIndex.with(load: limits) { test in
            if prepared { try await prepare(test) }
            let report = await Self.stream(stream, into: test.index)
            #expect(try Maintenance.check(path: test.folder + "/db").errorCount == 0)
            #expect((try? FileManager.default.contentsOfDirectory(atPath: test.folder + "/load")) ?? [] == [])
            return (report, try IndexContents(test), try await answers(test.index))
        }
    }

    /// New ones, replaced ones (`r/0` to `r/59`, others with the same seed unchanged), and one that cannot be read.
    private static let mixed =
        Samples.random(30, seed: 1) + "\n{\"id\":\"broken\"\n"
        + Samples.random(700, seed: 2).replacing("\"r/6", with: "\"r/x6") + "\n"
        + #"{"id":"h/3","text":"The harbor is open."}"#

    @Test(arguments: [true, false]) func aLoadHoldsTheSameAsTheLiveWay(prepared: Bool) async throws {
        let (expected, live, found) = try await contents(Self.live, Self.mixed, prepared: prepared)
        #expect(expected.failures.map(\.line) == [31] && expected.added > 500)
        #expect(prepared ? expected.unchanged > 20 && expected.replaced > 30 : expected.unchanged == 0)
        for limits in [
            Self.limits(), Self.limits(threshold: 300), Self.limits(pending: 400), Self.limits(ratio: 0),
        ] {
            let (report, loaded, answers) = try await contents(limits, Self.mixed, prepared: prepared)
            #expect(report == expected)
            let differing = zip(answers, found).filter { $0 != $1 }.map { "\($0.0.prefix(200)) \($0.1.prefix(200))" }
            #expect(differing == [])
            if limits.mergeRatio == 0 {
                // Documents added one by one leave no docids out.
                #expect(loaded.differences(from: live, docids: false) == [])
            } else {
                #expect(loaded.differences(from: live, docids: true) == [])
            }
        }
    }

    @Test(.enabled(if: TestSupport.sharedFolder != nil, "needs ../shared"))
    func aLoadOfReleasesHoldsTheSame() async throws {
        let file = (TestSupport.sharedFolder ?? "") + "/data/whitehouse/2025.jsonl.gz"
        let run = try await ProgramRun.of("/bin/sh", ["-c", "gzip -dc \"$0\" | head -n 150", file])
        let (expected, live, found) = try await contents(Self.live, run.output, prepared: false)
        #expect(expected.added == 150 && expected.passages > 1_000)
        var limits = Self.limits()
        limits.segment = 300
        let (report, loaded, answers) = try await contents(limits, run.output, prepared: false)
        #expect(report == expected)
        #expect(zip(answers, found).filter { $0 != $1 }.map { $0.0.prefix(200) } == [])
        #expect(loaded.differences(from: live, docids: true) == [])
    }
}
