/// What one term adds to a hit's score. The parts of a hit add up to its score.
package struct ScorePart: Equatable, Sendable {
    package var term: String
    /// What it earns in the whole article.
    package var article: Double
    /// What it earns in the passage that stands for the article.
    package var passage: Double
    /// Whether the best articles have brought it up, and not the query.
    package var isFeedback: Bool
}
