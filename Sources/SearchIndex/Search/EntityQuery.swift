/// A request for the names that an index knows.
package struct EntityQuery: Sendable {
    /// Only names with a word that begins so, whatever its case and accents.
    package var prefix: String?
    /// Only names of these types; empty for all.
    package var types: [String] = []
    package var limit = 100
    /// The cursor of the page before.
    package var after: String?
    /// How long it may take; nil for as long as it needs.
    package var timeLimit: Duration?

    package init() {}
}
