import QueryLanguage

/// The facets of a request: what to count.
struct FacetPlan {
    struct Item {
        var request: FacetRequest
        var field: Field
    }

    let items: [Item]

    /// - Throws: `SearchIndexError.badQuery` for a field without values to count.
    init(_ requests: [FacetRequest]) throws(SearchIndexError) {
        var items: [Item] = []
        for request in requests where !items.contains(where: { $0.request.name == request.name }) {
            guard let field = Field.named(request.field), field.isCountable else {
                throw SearchIndexError(
                    .badQuery, "\(request.field) has no values to count",
                    hint: "countable are \(Field.all.filter(\.isCountable).map(\.name).joined(separator: ", "))")
            }
            items.append(Item(request: request, field: field))
        }
        self.items = items
    }

    /// The fields that are counted.
    var fields: Set<String> { Set(items.map(\.field.name)) }

    /// What a scan must count. A field that is filtered counts over what the *other* filters leave, so that the
    /// siblings of a selected value keep their counts.
    func scans(_ matched: MatchedQuery) -> [ScanRequest.Facet] {
        items.map { item in
            ScanRequest.Facet(
                source: item.field.facet.map { .values($0) } ?? .dates(divisor: item.request.unit.divisor),
                siblings: matched.selection.restricts(item.field.name)
                    ? matched.filtered(leavingOut: item.field.name) : nil)
        }
    }
}
