/// A page of the names that an index knows, most frequent first.
package struct EntityPage: Sendable {
    package struct Item: Equatable, Sendable {
        package var type: String
        /// How often it occurs in the whole index.
        package var count: FacetCount
    }

    package var stamp: IndexStamp
    package var items: [Item]
    /// How many names there are, shown or not.
    package var distinct: Int
    /// False when the deadline cut it short; then there are no items.
    package var isExact: Bool
    package var next: String?

    static func stopped(_ stamp: IndexStamp) -> EntityPage {
        EntityPage(stamp: stamp, items: [], distinct: 0, isExact: false)
    }
}
