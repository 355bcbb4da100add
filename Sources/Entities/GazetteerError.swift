/// Why a gazetteer or the tagger's model could not be read.
package struct GazetteerError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The sort of failure. More may be added.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        /// The folder or a file in it cannot be read.
        package static let unreadable = Code(rawValue: "unreadable")
        /// The folder has no table at all.
        package static let empty = Code(rawValue: "empty")
        /// A file is not UTF-8.
        package static let notText = Code(rawValue: "not_text")
        /// The tagger's model is damaged, or one of another version.
        package static let notModel = Code(rawValue: "not_model")
        /// A row has fewer than two or more than five columns, or no name.
        package static let malformedRow = Code(rawValue: "malformed_row")
        /// A row's first column names no known type.
        package static let unknownType = Code(rawValue: "unknown_type")
        /// A row's fourth column names nothing that another row defines.
        package static let unknownParent = Code(rawValue: "unknown_parent")
        /// A name has no letters or digits, or more than sixteen words.
        package static let invalidName = Code(rawValue: "invalid_name")
        /// More rows or bytes than a table may have.
        package static let tooLarge = Code(rawValue: "too_large")
    }

    package var code: Code
    /// What went wrong, beginning with the file and, for a row, its line.
    package var message: String
    /// What to do about it.
    package var hint: String

    package init(code: Code, message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    package var description: String { "\(message) (\(hint))" }
}
