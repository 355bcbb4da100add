import Entities
import QueryLanguage

extension Search {
    /// The facets asked for.
    ///
    /// - Parameters:
    ///   - unfiltered: what the query matches before filters: a field that is filtered counts over what the *other*
    ///     filters leave, so that the siblings of a selected value keep their counts.
    ///   - matches: what query and filters match.
    func facets(_ selection: Selection, unfiltered: PassageSet, matches: PassageSet) throws(SearchIndexError)
        -> [FacetResult]
    {
        var results: [FacetResult] = []
        for request in query.facets {
            let counts = try counts(of: request.field, selection, unfiltered: unfiltered, matches: matches)
            results.append(
                FacetResult(
                    field: request.field, values: Array(counts.sorted(by: FacetCount.precedes).prefix(request.limit)),
                    distinct: counts.count, truncated: counts.count > request.limit))
        }
        return results
    }

    /// All values of one field, in no order.
    func counts(of name: String, _ selection: Selection, unfiltered: PassageSet, matches: PassageSet)
        throws(SearchIndexError) -> [FacetCount]
    {
        guard let field = Field.named(name), field.isCountable else {
            throw SearchIndexError(
                .badQuery, "\(name) has no values to count",
                hint: "countable are \(Field.all.filter(\.isCountable).map(\.name).joined(separator: ", "))")
        }
        let passages =
            selection.restricts(name) ? selection.filtered(unfiltered, leavingOut: name) : matches
        return FacetCounting(snapshot: snapshot).counts(
            of: field, over: passages, selected: selection.selectedKeys[name] ?? [])
    }
}
