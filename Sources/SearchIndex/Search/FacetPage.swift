/// A page of one facet field's values.
package struct FacetPage: Sendable {
    package var stamp: IndexStamp
    package var parsed: String
    package var totals: Totals
    /// False when the deadline cut the count short.
    package var isExact: Bool
    package var facet: FacetResult
    package var next: String?
}
