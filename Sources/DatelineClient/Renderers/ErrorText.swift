/// An error for people: one line, and where it helps the query with a mark below the character.
package enum ErrorText {
    /// The text, with its line end; `query` is what the error's position refers to.
    package static func render(_ error: ClientError, query: String? = nil) -> String {
        var text = "dateline: " + TerminalText.safe(error.description, keepingLines: true) + "\n"
        if let query, let position = error.position, 0...query.utf8.count ~= position {
            let before = String(decoding: query.utf8.prefix(position), as: UTF8.self)
            text += "  \(TerminalText.safe(query))\n"
            text += "  " + String(repeating: " ", count: TerminalText.width(before)) + "^\n"
        }
        return text
    }
}
