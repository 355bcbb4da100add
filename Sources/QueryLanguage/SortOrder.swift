/// The order of hits.
package enum SortOrder: String, Sendable, CaseIterable {
    case relevance, newest, oldest
}
