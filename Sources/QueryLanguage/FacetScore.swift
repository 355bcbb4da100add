/// What makes one value of a facet come before another.
package enum FacetScore: String, Sendable, CaseIterable {
    /// More matching articles have it.
    case count
    /// It is more frequent among the matching articles than in the whole index.
    case lift
}
