/// The query as it was sent and as it was understood.
package struct QueryEcho: Codable, Equatable, Sendable {
    /// As it was sent.
    package var text: String
    /// The query tree, such as `(and abraham accord)`.
    package var parsed: String

    package init(text: String, parsed: String) {
        self.text = text
        self.parsed = parsed
    }
}
