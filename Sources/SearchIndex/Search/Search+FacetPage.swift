import TextAnalysis

extension Search {
    /// One facet field's values over the query's matches, a page at a time. Never relaxes the query.
    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `storage`, `overtaken`.
    func facetPage(_ request: FacetQuery) throws(SearchIndexError) -> FacetPage {
        let fingerprint = Cursor.fingerprint(
            of: identity + [request.field, request.prefix ?? "", request.order.rawValue])
        let offset = try Cursor.offset(after: request.after, revision: snapshot.revision, fingerprint: fingerprint)
        let (selection, plan, matched) = try strictMatch()
        let matches = selection.filtered(matched.matches)
        var counts = try counts(of: request.field, selection, unfiltered: matched.matches, matches: matches)
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
            stamp: stamp, parsed: plan.description,
            totals: Totals(passages: matches.count, articles: ArticleCount.distinct(matches, in: snapshot.columns)),
            facet: FacetResult(field: request.field, values: page, distinct: counts.count, truncated: !isLast),
            next: isLast ? nil : next.description)
    }

    /// Whether any word of `name`, or the name from any word on, begins with `prefix`, both folded.
    private static func hasWord(beginningWith prefix: String, in name: String) -> Bool {
        let folded = Folding.folded(name)
        return folded.hasPrefix(prefix) || folded.contains(" " + prefix)
    }
}
