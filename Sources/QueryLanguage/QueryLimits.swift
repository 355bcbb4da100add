/// The largest query that is taken.
package struct QueryLimits: Equatable, Sendable {
    /// Length of the query text in UTF-8 bytes.
    package var maxBytes: Int
    /// Number of words, phrases, prefixes and field values.
    package var maxClauses: Int
    /// Nesting of parentheses and of `NOT`, `-` and `+`. It bounds the parser's recursion: keep it in the tens.
    package var maxDepth: Int

    /// The limits of the daemon, unless told otherwise.
    package init(maxBytes: Int = 4_096, maxClauses: Int = 256, maxDepth: Int = 32) {
        self.maxBytes = maxBytes
        self.maxClauses = maxClauses
        self.maxDepth = maxDepth
    }
}
