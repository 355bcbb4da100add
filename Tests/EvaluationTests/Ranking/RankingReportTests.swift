import Evaluation
import Foundation
import Testing

/// Dateline's figures beside another engine's.
@Suite struct RankingReportTests {
    private static let queries = (1...4).map { JudgedQuery(id: "q/\($0)", text: "", grades: ["a": 1]) }

    /// Scores of an engine that finds the relevant article at these ranks; 0 is not at all.
    private func scores(_ engine: String, _ ranks: [Int]) -> RankingScores {
        var run = RankedRun(engine: engine)
        for (query, rank) in zip(Self.queries, ranks) where rank > 0 {
            let others = (1..<max(2, rank)).map { RankedArticle(id: "x\($0)", score: rank == 1 ? 0 : 2) }
            run.set(others + [RankedArticle(id: "a", score: 1)], for: query.id)
        }
        return RankingScores(run, queries: Self.queries)
    }

    private func report(_ ranks: [Int]) -> RankingReport {
        RankingReport(
            [scores("dateline", [1, 1, 2, 1]), scores("lucene", ranks)], queries: Self.queries.map(\.id))
    }

    @Test func textHasTheDifferenceBelowEachEngine() {
        let lines = report([2, 2, 2, 1]).text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines[2] == ["dateline", "0.9077", "0.8750", "1.0000", "0.8750"])
        #expect(lines[3] == ["lucene", "0.7232", "0.6250", "1.0000", "0.6250"])
        #expect(lines[4] == ["dateline", "is", "+25.5", "%", "+40.0", "%", "+0.0", "%", "+40.0", "%"])
        #expect(lines[5][0] == "p" && lines[5][3] == "1.0000")
    }

    @Test func aFallIsNegativeAndNothingHasNoShare() {
        let lines = RankingReport(
            [scores("dateline", [2, 2, 2, 2]), scores("a", [1, 1, 1, 1]), scores("b", [0, 0, 0, 0])], queries: ["1"]
        ).text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines[4] == ["dateline", "is", "-36.9", "%", "-50.0", "%", "+0.0", "%", "-50.0", "%"])
        #expect(lines[7] == ["dateline", "is", "-", "-", "-", "-"])
    }

    @Test func jsonHasAnObjectAnEngine() throws {
        let json = report([2, 2, 2, 1]).json(perQuery: true)
        let engines = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [String: Any]])
        #expect(engines.keys.sorted() == ["dateline", "lucene"])
        #expect(engines["dateline"]?["map"] as? Double == 0.875)
        #expect(engines["lucene"]?["mrr"] as? Double == 0.625)
        let beside = try #require(engines["lucene"]?["dateline"] as? [String: [String: Double]])
        #expect(beside["map"]?["relative"].map { abs($0 - 0.4) < 1e-12 } == true)
        #expect(beside["recall@100"] == ["relative": 0, "p": 1])
        let queries = try #require(engines["lucene"]?["queries"] as? [String: [String: Double]])
        #expect(queries["q/1"]?["mrr"] == 0.5)
        #expect(!report([1, 1, 1, 1]).json(perQuery: false).contains("queries"))
    }
}
