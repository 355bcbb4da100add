/// One piece of query text: a mark, an operator or a whole clause.
struct Token: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case open, close
        case and, or, not
        case near(Int)
        /// A `-` or `+` that a query follows without a space.
        case exclude, require
        /// A word, phrase, prefix or field, or everything.
        case clause(Query)
    }
    var kind: Kind
    /// UTF-8 offset of its first byte.
    var start: Int
}
