/// How much a query matches.
package struct CountResult: Sendable {
    package var stamp: IndexStamp
    package var parsed: String
    package var totals: Totals
}
