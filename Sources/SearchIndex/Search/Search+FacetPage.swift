import QueryLanguage

extension Search {
    /// One facet field's values over the query's matches, a page at a time. Never relaxes the query.
    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `storage`, `overtaken`; where two queries
    ///   are compared, also `interrupted`.
    func facetPage(_ request: FacetQuery) throws(SearchIndexError) -> FacetPage {
        if let versus = request.versus { return try versusPage(request, against: versus) }
        let facet = request.facet
        let fingerprint = Cursor.fingerprint(
            of: identity + [facet.name, request.prefix ?? "", request.order.rawValue, query.facetScore.rawValue])
        let offset = try Cursor.start(
            after: request.after, revision: snapshot.version, fingerprint: fingerprint
        ).offset
        let facets = try FacetPlan([facet])
        let matched: MatchedQuery
        do { matched = try strictMatch(counted: facets.fields) } catch  where error.code == .interrupted {
            return .stopped(stamp, facet: facet.name)
        }
        var scanned = ScanRequest(match: matched.filtered())
        scanned.grouping = query.grouping
        scanned.facets = facets.scans(matched)
        let found = scan(scanned)
        let tallies = self.tallies(facets, scanned.facets, found, matched.selection)
        var counts: [FacetCount] = []
        do {
            for tally in tallies {
                counts += try tally.ordered(
                    by: request.order, until: context.deadline,
                    where: isWanted(prefix: request.prefix, tally.facet.field))
            }
        } catch {
            var page = FacetPage.stopped(stamp, facet: facet.name)
            page.parsed = matched.plan.description
            page.totals = found.totals
            return page
        }
        let page = Array(counts.dropFirst(offset).prefix(request.limit))
        let end = offset + page.count
        let next = Cursor(revision: snapshot.version, offset: end, fingerprint: fingerprint)
        let isLast = page.isEmpty || end >= counts.count
        return FacetPage(
            stamp: stamp, parsed: matched.plan.description, totals: found.totals,
            isExact: isExact(found, tallies),
            facet: FacetResult(field: facet.name, values: page, distinct: counts.count, truncated: !isLast),
            next: isLast ? nil : next.description)
    }
}
