/// The query as it was sent and as it was understood.
package struct QueryEcho: Codable, JSONWritable, Equatable, Sendable {
    /// As it was sent.
    package var text: String
    /// The query tree, such as `(and abraham accord)`.
    package var parsed: String

    package init(text: String, parsed: String) {
        self.text = text
        self.parsed = parsed
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("parsed", parsed)
            $0.field("text", text)
        }
    }
}
