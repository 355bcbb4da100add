internal import Glibc

/// How good a ranking is, as `trec_eval` defines it: a number from 0 to 1.
package enum RankingMeasure: String, CaseIterable, Sendable {
    /// Normalized discounted cumulative gain of the first ten (`ndcg_cut_10`): an article's gain is its grade, divided by
    /// the binary logarithm of its rank and one, and the sum is divided by that of the best possible ten (Järvelin and
    /// Kekäläinen, 2002, with the discount that `trec_eval` uses).
    case ndcg = "ndcg@10"
    /// Average precision: the precision at each relevant article, over all relevant ones, found or not. Its mean over
    /// queries is MAP.
    case averagePrecision = "map"
    /// The share of the relevant articles that are among the first hundred.
    case recall = "recall@100"
    /// One over the rank of the first relevant article, 0 without one.
    case reciprocalRank = "mrr"

    /// The measure of one query's ranking.
    /// - Parameters:
    ///   - ranking: ids, best first; what comes behind them counts as not found.
    ///   - grades: what was judged. An article that was not is not relevant.
    package func value(of ranking: [String], grades: [String: Int]) -> Double {
        let gains = ranking.map { max(0, grades[$0] ?? 0) }
        let relevant = grades.values.filter { $0 >= 1 }
        guard !relevant.isEmpty else { return 0 }
        switch self {
        case .ndcg:
            return Self.discounted(gains.prefix(10)) / Self.discounted(relevant.sorted(by: >).prefix(10))
        case .averagePrecision:
            var found = 0
            var sum = 0.0
            for (index, gain) in gains.enumerated() where gain > 0 {
                found += 1
                sum += Double(found) / Double(index + 1)
            }
            return sum / Double(relevant.count)
        case .recall:
            return Double(gains.prefix(100).count { $0 > 0 }) / Double(relevant.count)
        case .reciprocalRank:
            return gains.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
        }
    }

    private static func discounted(_ gains: ArraySlice<Int>) -> Double {
        gains.enumerated().reduce(0) { $0 + Double($1.element) / log2(Double($1.offset + 2)) }
    }
}
