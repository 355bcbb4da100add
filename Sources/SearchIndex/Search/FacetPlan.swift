import Corpus
import Entities
import QueryLanguage

/// The facets of a request: what to count, and how counts become values by name.
struct FacetPlan {
    private struct Item {
        var request: FacetRequest
        var field: Field
    }

    private let items: [Item]

    /// - Throws: `SearchIndexError.badQuery` for a field without values to count.
    init(_ requests: [FacetRequest]) throws(SearchIndexError) {
        var items: [Item] = []
        for request in requests where !items.contains(where: { $0.field.name == request.field }) {
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
                source: item.field.facet.map { .values($0) } ?? .dates(divisor: 1),
                siblings: matched.selection.restricts(item.field.name)
                    ? matched.filtered(leavingOut: item.field.name) : nil)
        }
    }

    /// All values of the first field, by name, in no order.
    func all(_ counts: [[ValueCount]], _ selection: Selection, _ snapshot: Snapshot) -> [FacetCount] {
        guard let item = items.first, let counts = counts.first else { return [] }
        let named = NamedCounts(item.field, selection.selectedKeys[item.field.name] ?? [], snapshot)
        return counts.map(named.named)
    }

    /// The values asked for, by name.
    func results(_ counts: [[ValueCount]], _ selection: Selection, _ snapshot: Snapshot) -> [FacetResult] {
        zip(items, counts).map { item, counts in
            let named = NamedCounts(item.field, selection.selectedKeys[item.field.name] ?? [], snapshot)
            return FacetResult(
                field: item.field.name, values: named.top(item.request.limit, of: counts), distinct: counts.count,
                truncated: counts.count > item.request.limit)
        }
    }
}
