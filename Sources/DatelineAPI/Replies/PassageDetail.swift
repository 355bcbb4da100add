/// One passage, whole.
package struct PassageDetail: Codable, JSONWritable, Equatable, Sendable {
    /// The passage's id.
    package var id: String
    /// From 1.
    package var number: Int
    /// The text, as UTF-8.
    package var text: String
    /// Where it stands in the article.
    package var bytes: ByteRange
    /// Mentions in `text`.
    package var entities: [EntityReply]

    package init(id: String, number: Int, text: String, bytes: ByteRange, entities: [EntityReply] = []) {
        self.id = id
        self.number = number
        self.text = text
        self.bytes = bytes
        self.entities = entities
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("bytes", bytes)
            $0.field("entities", entities)
            $0.field("id", id)
            $0.field("number", number)
            $0.field("text", text)
        }
    }
}
