import QueryLanguage

extension Search {
    /// So many passages are looked at in one step, and so many hits given: what a step holds in memory.
    static let watchedPassages: UInt32 = 4_096
    static let watchedHits = 256

    /// A search of a few passages only: those that a watch has not seen. What it finds there is what a search of all finds
    /// there, and nothing that it reads is long because the index is large.
    ///
    /// Scores are those of BM25, which need nothing of the rest of an article.
    static func among(
        _ passages: Postings, _ query: SearchQuery, _ snapshot: Snapshot, _ reader: IndexReader,
        _ context: SearchContext
    ) -> Search {
        var query = query
        query.ranking = .bm25
        query.grouping = .passage
        return Search(query, snapshot: snapshot, reader: reader, context: context, only: passages)
    }

    /// The matches among `passages`, in the order of their docids, with their scores; and the query as it was understood.
    /// - Throws: `badQuery`, `storage`, `overtaken`, `interrupted`.
    func matches(among passages: Postings) throws(SearchIndexError) -> (matches: [Ranked], plan: Plan) {
        let matched = try strictMatch(counted: [])
        guard passages.count > 0 else { return ([], matched.plan) }
        var request = ScanRequest(match: .conjunction([.postings(passages), matched.filtered()]))
        request.scored = matched.compiled.scored
        request.grouping = .passage
        request.keep = passages.count
        let docids = passages.docids[0]..<passages.docids[passages.count - 1] + 1
        let found = WindowScan(request: request, snapshot: snapshot, weighting: BM25(), deadline: context.deadline)
            .run(docids, context.workspace)
        guard found.isComplete else { throw .interrupted }
        return (found.ranked.sorted { $0.docid < $1.docid }, matched.plan)
    }
}

extension Snapshot {
    /// The passages of a range of docids that exist.
    func passages(in docids: ClosedRange<UInt32>) -> Postings {
        let range = PassageSet(range: docids.lowerBound..<docids.upperBound + 1)
        return .list(range.intersection(live).docids)
    }
}
