/// Why bytes could not be read as an article.
package struct ReaderError: Error, Equatable, Sendable {
    /// What kind of failure it is. More may be added.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package var rawValue: String

        package init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Nothing, or white space alone.
        package static let empty = Code(rawValue: "empty")
        /// Bytes of a program, an image or an archive.
        package static let notText = Code(rawValue: "not_text")
        package static let invalidUTF8 = Code(rawValue: "invalid_utf8")
        /// More bytes than one article may have.
        package static let tooLarge = Code(rawValue: "too_large")
        /// A field longer than an index can hold.
        package static let tooLong = Code(rawValue: "too_long")
        package static let invalidJSON = Code(rawValue: "invalid_json")
        /// Comma-separated values whose columns or quotes make no sense.
        package static let invalidCSV = Code(rawValue: "invalid_csv")
        /// XML or SGML in none of the forms that are read.
        package static let invalidXML = Code(rawValue: "invalid_xml")
        /// An item that its provider has taken back.
        package static let cancelled = Code(rawValue: "cancelled")
        package static let missingField = Code(rawValue: "missing_field")
        /// A known field whose value has the wrong type or makes no sense.
        package static let invalidField = Code(rawValue: "invalid_field")
    }

    package var code: Code
    /// What went wrong, in one sentence. It may name a field, and holds no article text.
    package var message: String
    /// What to do about it.
    package var hint: String?
    /// The line in the input, from 1, where the format has records (NDJSON, CSV, feeds).
    package var line: Int?

    package init(_ code: Code, _ message: String, hint: String? = nil, line: Int? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
    }
}

extension ReaderError: CustomStringConvertible {
    /// The error as one line, such as `line 3: "date" is not a day: write it as 2025-08-02`.
    package var description: String {
        (line.map { "line \($0): " } ?? "") + message + (hint.map { ": \($0)" } ?? "")
    }
}
