import Evaluation
import Foundation
import TestSupport
import Testing

/// The other engines rank the same files. tantivy, which comes over the network, is left to `--compare`.
@Suite(.enabled(if: TestSupport.installedProgram("python3") != nil, "python3 is not installed"))
struct OtherEngineTests {
    private static let hasLucene =
        ["java", "javac"].allSatisfy { TestSupport.installedProgram($0) != nil }
        && (try? FileManager.default.contentsOfDirectory(atPath: "/usr/share/java"))?
            .contains { $0.hasPrefix("lucene-core-8") } == true

    private func run(_ name: String, _ collection: JudgedCollection) async throws -> RankedRun {
        try await OtherEngine(name: name, folder: TestSupport.checkout + "/Benchmarks/engines").run(collection)
    }

    private func check(_ name: String) async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try SampleCollection.write(to: folder)
            let collection = try JudgedCollection(folder: folder)
            let run = try await run(name, collection)
            #expect(run.articles(for: "1") == ["moon", "probe"])
            #expect(run.articles(for: "2") == ["peace"])
            #expect(run.articles(for: "3") == ["7"])
            #expect(run.articles(for: "4") == ["headline"])
            #expect(run.articles(for: "5") == [])
            let scores = RankingScores(run, queries: collection.queries)
            let report = RankingReport([scores, scores], queries: collection.queries.map(\.id))
            #expect(report.text.contains("dateline is      +0.0 %"))
        }
    }

    @Test(.enabled(if: TestSupport.installedProgram("g++") != nil, "g++ is not installed"))
    func xapianRanks() async throws { try await check("xapian") }

    @Test(.enabled(if: hasLucene, "Lucene is not installed"))
    func luceneRanks() async throws { try await check("lucene") }

    @Test func whatKeepsAnEngineFromRunningIsSaid() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try SampleCollection.write(to: folder)
            let collection = try JudgedCollection(folder: folder)
            let error = await #expect(throws: EvaluationError.self) { try await run("grep", collection) }
            #expect(error?.message == "usage: rank.py lucene|tantivy|xapian FOLDER")
        }
    }
}
