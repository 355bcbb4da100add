/// What a ranking evaluation measured, as text and as JSON.
package struct RankingReport: Sendable {
    /// The engines' scores, Dateline's first.
    let scores: [RankingScores]
    /// The queries' ids, in the order of the scores' values.
    let queries: [String]
    /// Dateline beside each of the other engines.
    let comparisons: [RankingComparison]

    package init(_ scores: [RankingScores], queries: [String]) {
        self.scores = scores
        self.queries = queries
        comparisons = scores.dropFirst().map { RankingComparison(scores[0], to: $0) }
    }

    /// A line an engine; below each other one how far Dateline's figures are above its own, and how likely as much would
    /// be by chance.
    package var text: String {
        let measures = RankingMeasure.allCases
        var lines = [
            "\(queries.count) queries",
            Self.line("", measures.map(\.rawValue)),
        ]
        for (index, score) in scores.enumerated() {
            lines.append(Self.line(score.engine, measures.map { score.mean($0).decimal(4) }))
            guard index > 0 else { continue }
            let comparison = comparisons[index - 1]
            lines.append(Self.line("  dateline is", measures.map { Self.percent(comparison.relative($0)) }))
            lines.append(Self.line("  p", measures.map { comparison.p($0).decimal(4) }))
        }
        return lines.joined(separator: "\n")
    }

    /// A line a query and engine, with tabs between: query, engine, and the measures in the order of the first line.
    package var perQuery: String {
        let measures = RankingMeasure.allCases
        var lines = [(["query", "engine"] + measures.map(\.rawValue)).joined(separator: "\t")]
        for (index, query) in queries.enumerated() {
            for score in scores {
                let values = measures.map { score.values($0)[index].decimal(4) }
                lines.append(([query, score.engine] + values).joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ name: String, _ columns: [String]) -> String {
        let name = name + String(repeating: " ", count: max(0, 14 - name.count))
        return name + columns.map { String(repeating: " ", count: max(0, 11 - $0.count)) + $0 }.joined()
    }

    /// A share as a percentage with its sign; `-` where there is none.
    private static func percent(_ share: Double?) -> String {
        share.map { ($0 < 0 ? "" : "+") + (100 * $0).decimal(1) + " %" } ?? "-"
    }
}
