package import QueryLanguage

/// A request for the values of two fields that stand in the same passages.
package struct PairQuery: Sendable {
    /// Which passages are counted; its facets, limit and cursor are not used.
    package var search: SearchQuery
    /// Two facet fields, or one twice: then each pair of its values is counted once.
    package var first: String
    package var second: String
    package var order = PairOrder.count
    /// The fewest passages that a pair must have in common; 1 or more.
    package var minimum = 1
    package var limit = 10
    package var after: String?
    /// How many different pairs are kept in memory, 24 to 72 bytes each; more are an error.
    package var bound = 1_000_000

    package init(_ first: String, _ second: String, search: SearchQuery) {
        (self.first, self.second) = (first, second)
        self.search = search
    }
}
