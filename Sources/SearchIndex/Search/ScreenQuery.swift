/// A request to look names up, one by one.
package struct ScreenQuery: Sendable {
    package var names: [String]
    /// Only names of these types; empty for all.
    package var types: [String] = []
    /// How long it may take; nil for as long as it needs.
    package var timeLimit: Duration?

    package init(_ names: [String]) { self.names = names }
}
