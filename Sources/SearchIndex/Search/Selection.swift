import Entities
import QueryLanguage

/// The filters of a search as sets of passages: one a field, because a facet leaves its own field's filter out.
struct Selection {
    /// Passages that each field's filters let through.
    private let byField: [(field: String, passages: PassageSet)]
    /// Passages that exclusions and dates let through; nil for all.
    private let rest: PassageSet?
    /// The keys of the values that filters select, by field.
    let selectedKeys: [String: Set<String>]

    init(query: SearchQuery, builder: PlanBuilder, evaluator: Evaluator, snapshot: Snapshot) throws(SearchIndexError) {
        var byField: [(field: String, passages: PassageSet)] = []
        var selectedKeys: [String: Set<String>] = [:]
        var fields: [String] = []
        for filter in query.filters where !fields.contains(filter.field) { fields.append(filter.field) }
        for field in fields {
            var sets: [PassageSet] = []
            for filter in query.filters where filter.field == field {
                let plan = try builder.plan(filter.query)
                if case .values(_, let keys) = plan { selectedKeys[field, default: []].formUnion(keys) }
                sets.append(try evaluator.evaluate(plan).matches)
            }
            byField.append((field, .union(sets)))
        }
        var rest: PassageSet?
        func restrict(_ passages: PassageSet) { rest = rest?.intersection(passages) ?? passages }
        if let dates = query.dates { restrict(DateFilter.passages(in: dates, of: snapshot)) }
        for exclusion in query.exclusions {
            let excluded = try evaluator.evaluate(try builder.plan(exclusion.query)).matches
            restrict(snapshot.live.subtracting(excluded))
        }
        self.byField = byField
        self.rest = rest
        self.selectedKeys = selectedKeys
    }

    /// The passages of `matches` that all filters let through; with `field`, all but that field's.
    func filtered(_ matches: PassageSet, leavingOut field: String? = nil) -> PassageSet {
        var filtered = rest.map(matches.intersection) ?? matches
        for filter in byField where filter.field != field { filtered = filtered.intersection(filter.passages) }
        return filtered
    }

    /// Whether a filter restricts `field`.
    func restricts(_ field: String) -> Bool { byField.contains { $0.field == field } }
}
