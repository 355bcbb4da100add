/// Why a query, a filter or a facet cannot be read, and what to do about it.
///
/// The message may quote a field's name from the query; `description` never holds query text, so it may be logged.
package struct QueryError: Error, Equatable, Sendable {
    /// What kind of mistake it is, for programs.
    package var code: Code
    /// What is wrong, as a sentence.
    package var message: String
    /// What to do, as a sentence.
    package var hint: String
    /// Where it is wrong: an offset in UTF-8 bytes into the text that was parsed.
    package var position: Int

    /// An error at `position`, a UTF-8 offset.
    package init(_ code: Code, _ message: String, hint: String, at position: Int) {
        self.code = code
        self.message = message
        self.hint = hint
        self.position = position
    }
}

extension QueryError: CustomStringConvertible {
    /// The code and the position.
    package var description: String { "\(code.rawValue) at \(position)" }
}

extension QueryError {
    /// The column of the mistake in `text`, the text that was parsed: counted in characters from 1.
    package func column(in text: String) -> Int {
        var end = 0
        let before = text.prefix { character in
            end += character.utf8.count
            return end <= position
        }
        return before.count + 1
    }
}
