import QueryLanguage
import SearchIndex

/// What the ways of ranking cost: each query in each of them, in turns, as a user would send it (by article, ten hits).
struct Rankings {
    enum Way: String, CaseIterable {
        case bm25, ineb2
        case feedback = "ineb2+feedback"
    }

    let index: Index
    let queries: [SearchQuery]

    /// Milliseconds at the median over all queries, of each query's best of `rounds` after one that warms up.
    func measure(rounds: Int) async throws -> [Way: Double] {
        var best: [Way: [Double]] = [:]
        for query in queries {
            for way in Way.allCases {
                var query = query
                query.grouping = .article
                query.ranking = way == .bm25 ? .bm25 : .ineb2
                query.feedback = way == .feedback
                var times: [Double] = []
                for _ in 0...rounds {
                    let start = ContinuousClock.now
                    _ = try await index.search(query)
                    times.append((ContinuousClock.now - start) / .milliseconds(1))
                }
                best[way, default: []].append(times.dropFirst().min() ?? 0)
            }
        }
        return best.mapValues { $0.sorted()[$0.count / 2] }
    }

    /// The same, once each, with nothing of the query read before: the index is warm, its caches of terms are cold.
    func measureCold() async throws -> [Way: Double] {
        var times: [Way: [Double]] = [:]
        for (number, query) in queries.enumerated() {
            // One way a query, so that none finds what another has read.
            let way = Way.allCases[number % Way.allCases.count]
            var query = query
            query.grouping = .article
            query.ranking = way == .bm25 ? .bm25 : .ineb2
            query.feedback = way == .feedback
            let start = ContinuousClock.now
            _ = try await index.search(query)
            times[way, default: []].append((ContinuousClock.now - start) / .milliseconds(1))
        }
        return times.mapValues { $0.sorted()[$0.count / 2] }
    }
}
