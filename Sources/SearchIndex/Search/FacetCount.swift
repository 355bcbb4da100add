/// How often one value of a facet field occurs among the matches.
package struct FacetCount: Equatable, Sendable {
    package var value: String
    /// Different articles with a matching passage that has the value.
    package var articles: Int
    /// Matching passages that have the value.
    package var passages: Int
    /// Different stories of these articles; nil unless asked for.
    package var stories: Int?
    /// Whether a filter of the query names the value.
    package var selected: Bool
    /// How many times more frequent the value is among the matching articles than in the whole index; nil unless asked
    /// for.
    package var lift: Double?
    /// Articles of the other query's that have the value, and how surely it is more frequent here than there; nil unless
    /// two queries are compared.
    package var versus: Int?
    package var logLikelihood: Double?

    /// Most stories first where they are counted, most articles, then most passages, then by name: a total order, so that pages never overlap.
    static func precedes(_ a: FacetCount, _ b: FacetCount) -> Bool {
        if let a = a.stories, let b = b.stories, a != b { return a > b }
        if a.articles != b.articles { return a.articles > b.articles }
        if a.passages != b.passages { return a.passages > b.passages }
        return a.value < b.value
    }
}
