/// Reads query text: words, `AND`, `OR`, `NOT`, `-`, `+`, parentheses, phrases, `NEAR`, prefixes and fields.
///
/// From the loosest to the tightest: `OR`, `AND`, words side by side, `NEAR`, `NOT` `-` `+`.
/// Time and memory grow with the length of the text, which the limits bound, as they do the depth of the tree.
package struct QueryParser: Sendable {
    private let fields: FieldTable
    private let limits: QueryLimits

    /// A parser for these fields. Names are of `a`…`z` and `_`; a query may write them in capitals too.
    package init(fields: [String: FieldKind], limits: QueryLimits = QueryLimits()) {
        self.fields = FieldTable(kinds: fields)
        self.limits = limits
    }

    /// The query that `text` means; ``Query/all`` when it is empty.
    /// - Throws: `QueryError`, whose position is an offset into `text`.
    package func parse(_ text: String) throws(QueryError) -> Query {
        guard text.utf8.count <= limits.maxBytes else {
            throw QueryError(
                .tooLong, "The query is longer than \(limits.maxBytes) bytes.", hint: "Split it into several queries.",
                at: limits.maxBytes)
        }
        var lexer = Lexer(text, fields: fields)
        var grammar = Grammar(tokens: try lexer.tokens(maxClauses: limits.maxClauses), maxDepth: limits.maxDepth)
        return try grammar.query()
    }
}
