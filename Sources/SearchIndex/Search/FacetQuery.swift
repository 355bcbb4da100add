package import QueryLanguage

/// A request for the values of one facet field.
package struct FacetQuery: Sendable {
    /// How values are ordered: by the score that the search asks for (the count, unless it says otherwise), or by name.
    package enum Order: String, Sendable, CaseIterable { case count, name }

    /// Which passages are counted, and what scores a value; its facets, limit and cursor are not used.
    package var search: SearchQuery
    package var field: String
    /// What is counted of a date field.
    package var unit = DateUnit.day
    /// Only values that have a word beginning so, whatever its case and accents.
    package var prefix: String?
    package var order = Order.count
    package var limit = 10
    package var after: String?
    /// The query whose matches are compared with; nil for none.
    package var versus: Query?

    package init(field: String, search: SearchQuery) {
        self.field = field
        self.search = search
    }

    /// What is counted.
    var facet: FacetRequest { FacetRequest(field: field, unit: unit, limit: 1) }
    var facetName: String { facet.name }
}
