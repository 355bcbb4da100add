package import QueryLanguage
internal import SearchIndex

/// A query of which nothing but words is left, read by the real parser.
package struct PlainQuery: Sendable {
    /// The words as they are typed, with a backslash where a sign would mean something: `\-40`, `\AND`, `fact\:sheet`.
    package let text: String
    package let query: Query

    /// Nil for a text without a word.
    ///
    /// Quotes, parentheses, stars and backslashes separate words, as they would for the parser; hyphens and all other
    /// signs within a word stay, for people type them. The limits of length are those of the text.
    package init?(_ text: String) {
        let words = text.unicodeScalars.split(whereSeparator: Self.separates).filter(Self.hasWord)
        guard !words.isEmpty else { return nil }
        self.text = words.map { Query.word(String($0)).queryText }.joined(separator: " ")
        let limits = QueryLimits(maxBytes: self.text.utf8.count, maxClauses: words.count)
        guard let query = try? QueryParser(fields: Field.kinds, limits: limits).parse(self.text) else { return nil }
        self.query = query
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            || "\"\u{201C}\u{201D}\u{201E}()*\\\u{200B}\u{FEFF}".unicodeScalars.contains(scalar)
    }

    private static func hasWord(_ word: Substring.UnicodeScalarView) -> Bool {
        word.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
