import QueryLanguage

extension Search {
    /// The values of two fields that stand in the same passages, a page at a time. Never relaxes the query.
    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `storage`, `overtaken`, `interrupted`.
    func pairs(_ request: PairQuery) throws(SearchIndexError) -> PairPage {
        let (first, second) = (try Self.column(request.first), try Self.column(request.second))
        let fingerprint = Cursor.fingerprint(
            of: identity + [
                "pairs", request.first, request.second, request.order.rawValue, "\(request.minimum)",
                query.grouping.rawValue,
            ])
        let offset = try Cursor.start(
            after: request.after, revision: snapshot.version, fingerprint: fingerprint
        ).offset
        let matched = try strictMatch(counted: [])
        let match = matched.filtered()
        // How many passages have each value for itself.
        let found = scan(
            ScanRequest(match: match, facets: [first, second].map { ScanRequest.Facet(source: .values($0)) }))
        guard found.isComplete else { throw .interrupted }
        let sides = zip([first, second], found.facets).map { facet, counts in
            var passages = [UInt32](repeating: 0, count: snapshot.values[facet].count)
            for count in counts { passages[Int(count.id)] = UInt32(clamping: count.passages) }
            return PairCounter.Side(column: snapshot.columns.facets[facet], passages: passages)
        }
        var counter = PairCounter(
            sides[0], first == second ? nil : sides[1], minimum: request.minimum, limit: request.bound)
        for number in Window.numbers(of: 1..<snapshot.columns.lastDocid + 1) {
            try context.deadline.check()
            guard match.fill(number, context.workspace.bits) else { continue }
            let count = Window.extract(context.workspace.bits, of: number, into: context.workspace.docids)
            try counter.count(
                UnsafeBufferPointer(start: context.workspace.docids, count: count), articles: snapshot.columns.article,
                until: context.deadline)
        }
        let list = PairList(
            pairs: try kept(counter.table, request.minimum), facets: (first, second),
            margins: (sides[0].passages, sides[1].passages), matching: found.totals.passages,
            order: request.order, grouping: query.grouping, snapshot: snapshot)
        let page = try list.page(from: offset, limit: request.limit, until: context.deadline)
        let end = offset + page.count
        let isLast = page.isEmpty || end >= list.pairs.count
        return PairPage(
            stamp: stamp, parsed: matched.plan.description, totals: found.totals, isExact: true, pairs: page,
            distinct: list.pairs.count,
            next: isLast
                ? nil : Cursor(revision: snapshot.version, offset: end, fingerprint: fingerprint).description)
    }

    private func kept(_ table: borrowing PairTable, _ minimum: Int) throws(SearchIndexError) -> [PairTable.Pair] {
        var pairs: [PairTable.Pair] = []
        var pace = Pace(context.deadline)
        try table.visit { pair throws(SearchIndexError) in
            try pace.step()
            if pair.passages >= minimum { pairs.append(pair) }
        }
        return pairs
    }

    private static func column(_ name: String) throws(SearchIndexError) -> Int {
        if let facet = Field.named(name)?.facet { return facet }
        throw SearchIndexError(
            .badQuery, "\(name) is no field of names or keywords, so it has no pairs",
            hint: "fields with pairs are \(Field.facets.map(\.name).joined(separator: ", "))")
    }
}
