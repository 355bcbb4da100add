/// Why a request cannot be understood, before anything is searched.
package struct RequestError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What went wrong, for programs: `code` in an error reply.
    package struct Code: RawRepresentable, Hashable, Sendable {
        /// As it stands in the reply.
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        /// No parameter has this name.
        package static let unknownParameter = Code(rawValue: "unknown_parameter")
        /// A single parameter was given twice.
        package static let repeatedParameter = Code(rawValue: "repeated_parameter")
        /// The value is of the wrong kind.
        package static let invalidParameter = Code(rawValue: "invalid_parameter")
        /// A percent escape is broken, or does not give UTF-8.
        package static let invalidEncoding = Code(rawValue: "invalid_encoding")
        /// Not JSON, or not of the form that is expected.
        package static let invalidJSON = Code(rawValue: "invalid_json")
    }

    /// What went wrong, for programs.
    package var code: Code
    /// What went wrong.
    package var message: String
    /// What to do about it.
    package var hint: String?

    package init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    package var description: String { hint.map { "\(message) (\($0))" } ?? message }
}
