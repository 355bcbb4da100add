/// One passage of an article: its place in the article's text.
package struct ArticlePassage: Codable, JSONWritable, Equatable, Sendable {
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

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("bytes", bytes)
            $0.field("entities", entities)
            $0.field("id", id)
            $0.field("number", number)
        }
    }
}
