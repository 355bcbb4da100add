/// Postings that add to the score.
struct ScoredPostings: Sendable {
    /// The term, or the first of several taken as one: what an explanation calls it.
    var term: [UInt8] = []
    /// Whether the best articles have brought it up, and not the query.
    var isFeedback = false
    var postings: Postings
    /// What the term earns in whole articles; nil where passages alone are scored.
    var articles: ArticlePostings?
    /// The term's weight.
    var weight: Double
    /// The branch of a disjunction that the term belongs to: in a passage it counts only where the branch matches. Nil where
    /// every match of the query that holds the term earns its score.
    var branch: MatchNode?
}
