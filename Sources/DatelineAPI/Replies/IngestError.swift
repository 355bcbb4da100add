/// One article that was not accepted, or, as a warning, that was accepted with something missing.
package struct IngestError: Codable, JSONWritable, Equatable, Sendable {
    /// The file's name, as it was sent.
    package var name: String?
    /// The line of an NDJSON stream, from 1.
    package var line: Int?
    /// The article's id, where it was understood so far.
    package var id: String?
    /// For programs, such as `invalid_json`.
    package var code: String
    /// What went wrong.
    package var message: String
    /// What to do about it.
    package var hint: String?

    package init(
        name: String? = nil, line: Int? = nil, id: String? = nil, code: String, message: String, hint: String? = nil
    ) {
        self.name = name
        self.line = line
        self.id = id
        self.code = code
        self.message = message
        self.hint = hint
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("code", code)
            $0.field("hint", ifPresent: hint)
            $0.field("id", ifPresent: id)
            $0.field("line", ifPresent: line)
            $0.field("message", message)
            $0.field("name", ifPresent: name)
        }
    }
}
