/// One matching passage.
package struct Hit: Codable, JSONWritable, Equatable, Sendable {
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
    /// How many other articles have a passage with the same words; nil when none has.
    package var copies: Int?
    /// What the score is made of; nil unless asked for.
    package var scoreParts: [ScorePartReply]?

    package init(
        id: String, score: Double, text: String, highlights: [ByteRange] = [], bytes: ByteRange,
        article: ArticleSummary, entities: [EntityReply] = [], folded: FoldedCount? = nil, copies: Int? = nil,
        scoreParts: [ScorePartReply]? = nil
    ) {
        self.id = id
        self.score = score
        self.text = text
        self.highlights = highlights
        self.bytes = bytes
        self.article = article
        self.entities = entities
        self.folded = folded
        self.copies = copies
        self.scoreParts = scoreParts
    }

    private enum CodingKeys: String, CodingKey {
        case id, score, text, highlights, bytes, article, entities, folded, copies
        case scoreParts = "score_parts"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("article", article)
            $0.field("bytes", bytes)
            $0.field("copies", ifPresent: copies)
            $0.field("entities", entities)
            $0.field("folded", ifPresent: folded)
            $0.field("highlights", highlights)
            $0.field("id", id)
            $0.field("score", score)
            $0.field("score_parts", ifPresent: scoreParts)
            $0.field("text", text)
        }
    }
}
