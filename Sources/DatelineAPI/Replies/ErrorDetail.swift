/// What went wrong and what to do.
package struct ErrorDetail: Codable, JSONWritable, Equatable, Sendable {
    /// For programs, such as `unknown_field`.
    package var code: String
    /// What went wrong.
    package var message: String
    /// What to do about it.
    package var hint: String?
    /// A UTF-8 offset into the query text.
    package var position: Int?

    package init(code: String, message: String, hint: String? = nil, position: Int? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.position = position
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("code", code)
            $0.field("hint", ifPresent: hint)
            $0.field("message", message)
            $0.field("position", ifPresent: position)
        }
    }
}
