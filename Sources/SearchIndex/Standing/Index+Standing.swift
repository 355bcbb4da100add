/// Standing queries of an index, and what watches of them ask for.
extension Index {
    /// The next of the passages that came after `position` and match standing queries, in the order in which they came; one
    /// that matches several is found once for each.
    /// - Parameter names: of which queries; nil for all.
    /// - Throws: `stale`, `storage`; `interrupted` when `cancellation` was raised.
    package func watchStanding(
        _ names: Set<String>?, from position: WatchPosition, unless cancellation: Cancellation = Cancellation()
    ) async throws(SearchIndexError) -> WatchStep {
        let (log, standing) = (store.revisions, standing)
        return try await read(unless: cancellation) { reader, snapshot, context throws(SearchIndexError) in
            let news = try News(of: snapshot, log, after: position)
            let search = Search.among(news.passages, SearchQuery(), snapshot, reader, context)
            var step = WatchStep(stamp: search.stamp, parsed: "", position: news.end, isCaughtUp: news.isAll)
            guard let end = news.passages.last else { return step }
            let screening = try standing.screening(search)
            var matches: [StandingMatch] = []
            var seen = end
            for piece in news.passages.pieces(of: Screening.passagesAtOnce) where matches.count < Search.watchedHits {
                let candidates = try screening.candidates(names, piece, search)
                matches += try screening.matches(candidates, among: piece, search)
                seen = piece.last ?? end
            }
            var page = matches.prefix(Search.watchedHits)
            if let last = page.last, page.count < matches.count {
                // To the end of a passage, so that the next step begins with another.
                page = matches.prefix { $0.docid <= last.docid }
                if page.count < matches.count { seen = last.docid }
            }
            for (hit, match) in try screening.hits(page, search) {
                step.found.append(
                    .init(hit: hit, revision: log.revision(of: match.docid), query: screening.queries[match.query].name)
                )
            }
            if seen < end {
                step.position = WatchPosition(revision: position.revision, docid: seen)
                step.isCaughtUp = false
            }
            return step
        }
    }

    /// How many matches the standing queries have among the passages that came after `position`, and how many queries a
    /// search was run for. For benchmarks.
    package func checkStanding(from position: WatchPosition) async throws(SearchIndexError) -> (matches: Int, runs: Int)
    {
        let (log, standing) = (store.revisions, standing)
        return try await read { reader, snapshot, context throws(SearchIndexError) in
            let news = try News(of: snapshot, log, after: position)
            let search = Search.among(news.passages, SearchQuery(), snapshot, reader, context)
            let screening = try standing.screening(search)
            var counts = (matches: 0, runs: 0)
            for piece in news.passages.pieces(of: Screening.passagesAtOnce) {
                let candidates = try screening.candidates(nil, piece, search)
                counts.matches += try screening.matches(candidates, among: piece, search).count
                counts.runs += candidates.count { !$0.found.isExact }
            }
            return counts
        }
    }
}
