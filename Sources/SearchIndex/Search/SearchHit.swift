/// One hit: the best passage of its group, with what is needed to show it.
package struct SearchHit: Sendable {
    /// `ARTICLE#NUMBER`.
    package var id: String
    package var score: Double
    package var passage: PassageView
    package var article: ArticleView
    /// Byte ranges of `passage.text` that matched, ascending.
    package var highlights: [Range<Int>]
    /// How many more passages of the group match, and of how many more articles.
    package var foldedPassages: Int
    package var foldedArticles: Int
    /// How many other articles have a passage with the same words; nil when there was no time to count them.
    package var copies: Int?
    /// What each term adds to the score; nil unless asked for.
    package var scoreParts: [ScorePart]?
}
