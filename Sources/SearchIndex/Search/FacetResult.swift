/// The counted values of one facet field.
package struct FacetResult: Equatable, Sendable {
    /// What the facet is called: the field's name, with the unit of a date: `person`, `date.month`.
    package var field: String
    /// The values asked for, in order.
    package var values: [FacetCount]
    /// How many values occur at all (of those that the prefix lets through).
    package var distinct: Int
    /// Whether there are more values than `values` holds.
    package var truncated: Bool
}
