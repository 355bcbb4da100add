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

extension FacetPage {
    /// What is known when nothing was reached.
    static func stopped(_ stamp: IndexStamp, facet: String) -> FacetPage {
        FacetPage(
            stamp: stamp, parsed: "", totals: Totals(), isExact: false,
            facet: FacetResult(field: facet, values: [], distinct: 0, truncated: true))
    }
}
