/// The answer to a search.
package struct SearchResult: Sendable {
    package var stamp: IndexStamp
    /// The plan that ran, printed.
    package var parsed: String
    package var totals: Totals
    /// False when the deadline cut the search short: totals, hits and facets are about the part that was reached.
    package var isExact: Bool
    /// Whether too few articles had all words, so that any of them counted.
    package var relaxed: Bool
    package var hits: [SearchHit]
    package var facets: [FacetResult]
    /// The terms that the search chose by itself, the most telling first; nil for a query that names its own.
    package var terms: [QueryTerm]?
    /// The query with its spelling put right, when it found little and would find more so.
    package var suggestion: String?
    /// The cursor of the next page; nil on the last.
    package var next: String?
    /// How the query ran, a line a step; nil unless asked for.
    package var explanation: [String]?
}

extension SearchResult {
    /// What is known when nothing was reached.
    static func stopped(_ stamp: IndexStamp, explanation: [String]? = nil) -> SearchResult {
        SearchResult(
            stamp: stamp, parsed: "", totals: Totals(), isExact: false, relaxed: false, hits: [], facets: [],
            explanation: explanation)
    }
}
