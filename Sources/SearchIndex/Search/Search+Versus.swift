import QueryLanguage

extension Search {
    /// One facet field's values over the query's matches, beside those over another query's with the same filters: what is
    /// unusual here against there. Ordered by the log-likelihood ratio of the table "here or there, has the value or
    /// not", counted in articles (`LogLikelihood`): first what is surely more frequent here, last what is there.
    /// An article that both queries match is counted on both sides.
    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `storage`, `overtaken`, `interrupted`.
    func versusPage(_ request: FacetQuery, against other: Query) throws(SearchIndexError) -> FacetPage {
        let facet = request.facet
        let fingerprint = Cursor.fingerprint(
            of: identity + [facet.name, request.prefix ?? "", request.order.rawValue, "versus", other.description])
        let offset = try Cursor.start(
            after: request.after, revision: snapshot.version, fingerprint: fingerprint
        ).offset
        let plan = try FacetPlan([facet])
        guard let item = plan.items.first else { throw .interrupted }
        var theirs = query
        theirs.query = other
        let there = try Search(theirs, snapshot: snapshot, reader: reader, context: context).counted(item)
        let here = try counted(item)

        var counts = Dictionary(uniqueKeysWithValues: here.counts.map { ($0.id, (here: $0, there: 0)) })
        for count in there.counts {
            counts[count.id, default: (ValueCount(id: count.id, articles: 0, passages: 0), 0)].there = count.articles
        }
        let isWanted = isWanted(prefix: request.prefix, item.field)
        var pace = Pace(context.deadline)
        var values: [FacetCount] = []
        for (id, count) in counts {
            try pace.step()
            let name = item.field.facet.map { snapshot.values[$0][id] } ?? facet.unit.text(of: id)
            if !isWanted(name) { continue }
            values.append(
                FacetCount(
                    value: name, articles: count.here.articles, passages: count.here.passages,
                    selected: here.selected.contains(name, of: item.field), versus: count.there,
                    logLikelihood: LogLikelihood.signed(
                        both: count.here.articles, first: here.articles, second: count.here.articles + count.there,
                        all: here.articles + there.articles)))
        }
        values = try values.sorted(until: context.deadline) { a, b in
            if request.order == .name { return a.value < b.value }
            let (ours, others) = (a.logLikelihood ?? 0, b.logLikelihood ?? 0)
            return ours != others ? ours > others : FacetCount.precedes(a, b)
        }
        let page = Array(values.dropFirst(offset).prefix(request.limit))
        let end = offset + page.count
        let isLast = page.isEmpty || end >= values.count
        return FacetPage(
            stamp: stamp, parsed: here.parsed, totals: here.totals, isExact: true,
            facet: FacetResult(field: facet.name, values: page, distinct: values.count, truncated: !isLast),
            next: isLast
                ? nil : Cursor(revision: snapshot.version, offset: end, fingerprint: fingerprint).description)
    }

    /// One side of the comparison.
    private struct Side {
        var parsed: String
        var totals: Totals
        /// How many articles its values are counted over.
        var articles: Int { totals.articles }
        var counts: [ValueCount]
        var selected: SelectedValues
    }

    /// What is counted leaves out the field's own filter, as in every facet.
    private func counted(_ item: FacetPlan.Item) throws(SearchIndexError) -> Side {
        let matched = try strictMatch(counted: [item.field.name])
        let source: ScanRequest.Facet.Source =
            item.field.facet.map { .values($0) } ?? .dates(divisor: item.request.unit.divisor)
        let found = scan(
            ScanRequest(
                match: matched.filtered(leavingOut: item.field.name), facets: [ScanRequest.Facet(source: source)]))
        guard found.isComplete else { throw .interrupted }
        return Side(
            parsed: matched.plan.description, totals: found.totals, counts: found.facets[0],
            selected: matched.selection.selected)
    }
}
