/// Postings that add to the score.
struct ScoredPostings: Sendable {
    var postings: Postings
    /// What the term earns in whole articles; nil where passages alone are scored.
    var articles: ArticlePostings?
    /// The term's weight.
    var weight: Double
    /// The branch of a disjunction that the term belongs to: in a passage it counts only where the branch matches. Nil where
    /// every match of the query that holds the term earns its score.
    var branch: MatchNode?
}
