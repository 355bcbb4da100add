/// One passage of an article: its place in the article's text.
package struct ArticlePassage: Codable, Equatable, Sendable {
    /// The passage's id.
    package var id: String
    /// From 1.
    package var number: Int
    /// Where it stands in the article.
    package var bytes: ByteRange
    /// Mentions, with offsets in the passage's text.
    package var entities: [EntityReply]

    package init(id: String, number: Int, bytes: ByteRange, entities: [EntityReply] = []) {
        self.id = id
        self.number = number
        self.bytes = bytes
        self.entities = entities
    }
}
