/// Postings that add to the score.
struct ScoredPostings: Sendable {
    var postings: Postings
    /// The term's weight times the factor of its field.
    var weight: Double
    /// The branch of a disjunction that the term belongs to: it counts only where the branch matches. Nil where every
    /// match of the query that holds the term earns its score.
    var branch: MatchNode?
}
