extension QueryError {
    /// A kind of mistake. New ones may come: treat one you do not know as a mistake in the query.
    package struct Code: RawRepresentable, Hashable, Sendable {
        /// The name in replies, such as `open_quote`.
        package var rawValue: String
        /// The code of that name.
        package init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension QueryError.Code {
    /// More bytes than ``QueryLimits/maxBytes``.
    package static let tooLong = Self(rawValue: "too_long")
    /// More clauses than ``QueryLimits/maxClauses``.
    package static let tooManyClauses = Self(rawValue: "too_many_clauses")
    /// More nesting than ``QueryLimits/maxDepth``.
    package static let tooDeep = Self(rawValue: "too_deep")
    /// A name before a colon or `=` that is no field.
    package static let unknownField = Self(rawValue: "unknown_field")
    /// A field without a value.
    package static let missingValue = Self(rawValue: "missing_value")
    /// A value that the field cannot have, such as a group or a prefix of a name.
    package static let badValue = Self(rawValue: "bad_value")
    /// A date or a range of dates that does not exist.
    package static let badDate = Self(rawValue: "bad_date")
    /// A quote that is not closed.
    package static let openQuote = Self(rawValue: "open_quote")
    /// Quotes around nothing.
    package static let emptyPhrase = Self(rawValue: "empty_phrase")
    /// A `(` that is not closed.
    package static let openParenthesis = Self(rawValue: "open_parenthesis")
    /// A `)` that closes nothing.
    package static let unmatchedParenthesis = Self(rawValue: "unmatched_parenthesis")
    /// Parentheses around nothing.
    package static let emptyParentheses = Self(rawValue: "empty_parentheses")
    /// `AND`, `OR`, `NOT` or `NEAR` without a query beside it.
    package static let danglingOperator = Self(rawValue: "dangling_operator")
    /// A backslash at the end.
    package static let danglingEscape = Self(rawValue: "dangling_escape")
    /// A `*` after fewer than two letters or digits.
    package static let shortPrefix = Self(rawValue: "short_prefix")
    /// A `*` that is not at the end of a word.
    package static let misplacedStar = Self(rawValue: "misplaced_star")
    /// A `~` after too few letters for so many typing errors.
    package static let shortFuzzy = Self(rawValue: "short_fuzzy")
    /// `NEAR` beside something that is neither a word nor a phrase.
    package static let badNear = Self(rawValue: "bad_near")
    /// A `NEAR/` or `~` without a proper number, or a `NEAR` with two numbers in one chain.
    package static let badDistance = Self(rawValue: "bad_distance")
    /// A filter that is not `FIELD=VALUE`.
    package static let badFilter = Self(rawValue: "bad_filter")
    /// A facet that is not `FIELD` or `FIELD:N`, or of a field without countable values.
    package static let badFacet = Self(rawValue: "bad_facet")
}
