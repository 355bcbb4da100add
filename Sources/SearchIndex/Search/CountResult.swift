/// How much a query matches.
package struct CountResult: Sendable {
    package var stamp: IndexStamp
    package var parsed: String
    package var totals: Totals
    /// False when the deadline cut the count short.
    package var isExact: Bool
}
