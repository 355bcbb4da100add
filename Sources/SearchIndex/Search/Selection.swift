import QueryLanguage

/// The filters of a search, compiled: one node a field, because a facet leaves its own field's filter out.
struct Selection {
    /// What each field's filters let through.
    private var byField: [(field: String, node: MatchNode)] = []
    /// What must hold besides, for facets of every field: dates, and filters that were asked for one and all.
    private var required: [MatchNode] = []
    /// What exclusions take out.
    private var excluded: [MatchNode] = []
    /// The values that filters name.
    private(set) var selected = SelectedValues()

    init(query: SearchQuery, builder: PlanBuilder, compiler: PlanCompiler) throws(SearchIndexError) {
        var fields: [String] = []
        for filter in query.filters where !fields.contains(filter.field) { fields.append(filter.field) }
        for field in fields {
            var nodes: [MatchNode] = []
            for filter in query.filters where filter.field == field {
                let plan = try builder.plan(filter.query)
                selected.insert(plan)
                nodes.append(try compiler.compile(plan).match)
            }
            byField.append((field, .disjunction(nodes)))
        }
        for requirement in query.requirements {
            let plan = try builder.plan(requirement.query)
            selected.insert(plan)
            required.append(try compiler.compile(plan).match)
        }
        if let range = query.dates { required.append(try compiler.compile(.dates(range)).match) }
        for exclusion in query.exclusions {
            excluded.append(try compiler.compile(try builder.plan(exclusion.query)).match)
        }
    }

    /// The matches of `match` that all filters let through; with `field`, all but that field's.
    func filtered(_ match: MatchNode, leavingOut field: String? = nil) -> MatchNode {
        var nodes = [match] + required
        for filter in byField where filter.field != field { nodes.append(filter.node) }
        return excluded.reduce(.conjunction(nodes)) { .minus($0, $1) }
    }

    /// Whether a filter restricts `field` that its own facet leaves out.
    func restricts(_ field: String) -> Bool { byField.contains { $0.field == field } }

    /// The passages of the filter that lets the fewest through, where that is a short list: a query need be read for
    /// these only. Filters of the fields in `counted` do not serve, for their facets look beyond them.
    func candidates(counted: Set<String>) -> Postings? {
        var least: Postings?
        for node in byField.filter({ !counted.contains($0.field) }).map(\.node) + required {
            if case .postings(let list) = node, list.count < least?.count ?? .max { least = list }
        }
        return least
    }
}
