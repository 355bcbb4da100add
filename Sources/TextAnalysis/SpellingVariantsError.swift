/// Why a table of spelling variants cannot be used.
package struct SpellingVariantsError: Error, Equatable, Sendable {
    /// What is wrong, beginning with the file and the line.
    package var message: String
    /// What to do about it.
    package var hint: String

    init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }
}
