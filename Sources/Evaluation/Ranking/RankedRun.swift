/// What an engine answered to the queries of a collection.
package struct RankedRun: Sendable {
    /// Articles of a query that count, from the best on; the depth at which TREC measures.
    package static let depth = 1_000

    package let engine: String
    private var answers: [String: [RankedArticle]] = [:]

    package init(engine: String) { self.engine = engine }

    /// Sets what was found for a query, in any order.
    package mutating func set(_ articles: [RankedArticle], for query: String) { answers[query] = articles }

    /// The ids of a query's articles, best first. Articles of equal score go by their ids, the last one first, as
    /// `trec_eval` has it: so no engine gains by the order in which it was given the articles.
    package func articles(for query: String) -> [String] {
        (answers[query] ?? []).sorted { first, second in
            first.score != second.score
                ? first.score > second.score : second.id.utf8.lexicographicallyPrecedes(first.id.utf8)
        }.prefix(Self.depth).map(\.id)
    }
}

extension RankedRun {
    /// A run from lines of TREC's form, `query Q0 article rank score engine`; the ranks are not read.
    /// - Throws: `EvaluationError`, with the number of the line.
    package init(engine: String, lines: String) throws(EvaluationError) {
        self.init(engine: engine)
        for line in NumberedLine.all(of: lines) {
            let columns = line.text.utf8.split(separator: UInt8(ascii: " "))
            guard columns.count == 6, let score = Double(Substring(columns[4])), score.isFinite else {
                throw EvaluationError("line \(line.number) of its answer is no line of a run")
            }
            let article = RankedArticle(id: String(Substring(columns[2])), score: score)
            answers[String(Substring(columns[0])), default: []].append(article)
        }
    }
}
