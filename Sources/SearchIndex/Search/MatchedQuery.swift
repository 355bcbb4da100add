/// A query and its filters, compiled.
struct MatchedQuery {
    var plan: Plan
    var compiled: CompiledQuery
    var selection: Selection
    /// The terms that the search chose by itself; nil for a query that names its own.
    var terms: [QueryTerm]?

    /// What query and filters match; with `field`, all filters but that field's.
    func filtered(leavingOut field: String? = nil) -> MatchNode {
        selection.filtered(compiled.match, leavingOut: field)
    }
}
