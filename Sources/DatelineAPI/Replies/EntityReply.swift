/// One mention of an entity in a text.
package struct EntityReply: Codable, JSONWritable, Equatable, Sendable {
    /// `person`, `place`, `organization` or `misc`.
    package var type: String
    /// The canonical name.
    package var name: String
    /// Where it stands in the text beside it; nil when the caller gave the entity without a place.
    package var bytes: ByteRange?

    package init(type: String, name: String, bytes: ByteRange? = nil) {
        self.type = type
        self.name = name
        self.bytes = bytes
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("bytes", ifPresent: bytes)
            $0.field("name", name)
            $0.field("type", type)
        }
    }
}
