import Evaluation
import Foundation
import Testing

/// The measures are those of `trec_eval`; the figures were worked out by hand.
@Suite struct RankingMeasureTests {
    private func value(_ measure: RankingMeasure, _ ranking: [String], _ grades: [String: Int]) -> Double {
        // Eight digits are enough to tell any two definitions apart.
        (measure.value(of: ranking, grades: grades) * 1e8).rounded() / 1e8
    }

    /// `e` is relevant and was not found; `f` was judged -1, `b` 0, and `x` not at all.
    private static let grades = ["a": 3, "b": 0, "c": 1, "e": 2, "f": -1]
    private static let ranking = ["f", "a", "x", "c", "b"]

    @Test func gradesBelowOneAndWhatWasNotJudgedAreNotRelevant() {
        // (3/log2 3 + 1/log2 5) / (3/log2 2 + 2/log2 3 + 1/log2 4)
        #expect(value(.ndcg, Self.ranking, Self.grades) == 0.48793246)
        #expect(value(.averagePrecision, Self.ranking, Self.grades) == 0.33333333)  // (1/2 + 2/4) / 3
        #expect(value(.recall, Self.ranking, Self.grades) == 0.66666667)  // 2 of 3
        #expect(value(.reciprocalRank, Self.ranking, Self.grades) == 0.5)
    }

    @Test func theBestOrderIsOneAndNoAnswerIsZero() {
        for measure in RankingMeasure.allCases {
            #expect(measure.value(of: ["a", "e", "c"], grades: Self.grades) == 1)
            #expect(measure.value(of: [], grades: Self.grades) == 0)
            #expect(measure.value(of: ["x", "f", "b"], grades: Self.grades) == 0)
            #expect(measure.value(of: ["a"], grades: ["a": 0]) == 0)
        }
    }

    @Test func eachMeasureLooksAsDeepAsItsNameSays() {
        let others = (0..<200).map { "x\($0)" }
        func ranking(_ rank: Int) -> [String] { others.prefix(rank - 1) + ["a"] + others.dropFirst(rank - 1) }
        #expect(value(.ndcg, ranking(10), ["a": 1]) == 0.28906483)  // 1/log2 11
        #expect(value(.ndcg, ranking(11), ["a": 1]) == 0)
        #expect(value(.recall, ranking(100), ["a": 1]) == 1)
        #expect(value(.recall, ranking(101), ["a": 1]) == 0)
        #expect(value(.averagePrecision, ranking(125), ["a": 1]) == 0.008)
        #expect(value(.reciprocalRank, ranking(125), ["a": 1]) == 0.008)
    }

    @Test func theBestPossibleHasTenToo() {
        let relevant = (0..<20).map { "a\($0)" }
        let grades = Dictionary(uniqueKeysWithValues: relevant.map { ($0, 1) })
        #expect(value(.ndcg, Array(relevant.prefix(10)), grades) == 1)
        #expect(value(.averagePrecision, Array(relevant.prefix(10)), grades) == 0.5)
    }

    @Test func aMeanCountsQueriesWithoutAnAnswer() {
        let queries = ["1", "2"].map { JudgedQuery(id: $0, text: "", grades: ["a": 1]) }
        var run = RankedRun(engine: "e")
        run.set([RankedArticle(id: "a", score: 1)], for: "1")
        let scores = RankingScores(run, queries: queries)
        for measure in RankingMeasure.allCases {
            #expect(scores.values(measure) == [1, 0])
            #expect(scores.mean(measure) == 0.5)
        }
    }
}
