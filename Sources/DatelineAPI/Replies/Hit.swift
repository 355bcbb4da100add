/// One matching passage.
package struct Hit: Codable, Equatable, Sendable {
    /// The article's id, `#` and the passage's number from 1: `a/1#3`.
    package var id: String
    /// Higher is better; comparable within one reply.
    package var score: Double
    /// The text, as UTF-8.
    package var text: String
    /// What matched: ranges in `text`, ascending.
    package var highlights: [ByteRange]
    /// Where the passage stands in the article.
    package var bytes: ByteRange
    /// The article.
    package var article: ArticleSummary
    /// Mentions in `text`.
    package var entities: [EntityReply]
    /// Nil when nothing was folded into this hit.
    package var folded: FoldedCount?

    package init(
        id: String, score: Double, text: String, highlights: [ByteRange] = [], bytes: ByteRange,
        article: ArticleSummary, entities: [EntityReply] = [], folded: FoldedCount? = nil
    ) {
        self.id = id
        self.score = score
        self.text = text
        self.highlights = highlights
        self.bytes = bytes
        self.article = article
        self.entities = entities
        self.folded = folded
    }
}
