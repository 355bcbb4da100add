import QueryLanguage
import TextAnalysis

extension Search {
    /// One facet field's values over the query's matches, a page at a time. Never relaxes the query.
    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `storage`, `overtaken`.
    func facetPage(_ request: FacetQuery) throws(SearchIndexError) -> FacetPage {
        let fingerprint = Cursor.fingerprint(
            of: identity + [request.field, request.prefix ?? "", request.order.rawValue])
        let offset = try Cursor.offset(after: request.after, revision: snapshot.revision, fingerprint: fingerprint)
        let facets = try FacetPlan([FacetRequest(field: request.field, limit: 1)])
        let matched: MatchedQuery
        do { matched = try strictMatch(counted: facets.fields) } catch  where error.code == .interrupted {
            return FacetPage(
                stamp: stamp, parsed: "", totals: Totals(), isExact: false,
                facet: FacetResult(field: request.field, values: [], distinct: 0, truncated: true))
        }
        var scanned = ScanRequest(match: matched.filtered())
        scanned.facets = facets.scans(matched)
        let found = scan(scanned)
        var counts = facets.all(found.facets, matched.selection, snapshot)
        if let prefix = request.prefix.map(Folding.folded), !prefix.isEmpty {
            counts.removeAll { !Self.hasWord(beginningWith: prefix, in: $0.value) }
        }
        switch request.order {
        case .count: counts.sort(by: FacetCount.precedes)
        case .name: counts.sort { $0.value < $1.value }
        }
        let page = Array(counts.dropFirst(offset).prefix(request.limit))
        let end = offset + page.count
        let next = Cursor(revision: snapshot.revision, offset: end, fingerprint: fingerprint)
        let isLast = page.isEmpty || end >= counts.count
        return FacetPage(
            stamp: stamp, parsed: matched.plan.description, totals: found.totals, isExact: found.isComplete,
            facet: FacetResult(field: request.field, values: page, distinct: counts.count, truncated: !isLast),
            next: isLast ? nil : next.description)
    }

    /// Whether any word of `name`, or the name from any word on, begins with `prefix`, both folded.
    private static func hasWord(beginningWith prefix: String, in name: String) -> Bool {
        let folded = Folding.folded(name)
        return folded.hasPrefix(prefix) || folded.contains(" " + prefix)
    }
}
