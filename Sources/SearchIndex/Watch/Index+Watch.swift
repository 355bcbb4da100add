/// What a watch asks of its index.
extension Index {
    /// Rings after each commit.
    package var commits: CommitBell { store.bell }

    /// The next of the passages that came after `position` and match, in the order in which they came. What was deleted
    /// or replaced in the meantime is left out.
    ///
    /// Plain words must all match unless the query says `any`.
    /// - Throws: `badQuery`, `stale`, `storage`; `interrupted` when `cancellation` was raised.
    package func watch(
        _ query: SearchQuery, from position: WatchPosition, unless cancellation: Cancellation = Cancellation()
    ) async throws(SearchIndexError) -> WatchStep {
        let log = store.revisions
        return try await read(unless: cancellation) { reader, snapshot, context throws(SearchIndexError) in
            let news = try News(of: snapshot, log, after: position)
            let search = Search.among(news.passages, query, snapshot, reader, context)
            let (matches, plan) = try search.matches(among: news.passages)
            let page = matches.prefix(Search.watchedHits)
            var step = WatchStep(
                stamp: search.stamp, parsed: plan.description, position: news.end, isCaughtUp: news.isAll)
            for (match, hit) in zip(page, try search.hits(page, plan: plan)) {
                step.found.append(.init(hit: hit, revision: log.revision(of: match.docid)))
            }
            if let last = page.last, page.count < matches.count {
                step.position = WatchPosition(revision: position.revision, docid: last.docid)
                step.isCaughtUp = false
            }
            return step
        }
    }
}

/// The next passages that a watch has not seen, a bounded number of them.
struct News {
    let passages: Postings
    /// Where the watch is when it has seen these.
    let end: WatchPosition
    /// Whether nothing else is left.
    let isAll: Bool

    /// - Throws: `stale`.
    init(of snapshot: Snapshot, _ log: RevisionLog, after position: WatchPosition) throws(SearchIndexError) {
        // The log may be one commit ahead of what is published.
        let newest = max(snapshot.revision, position.revision)
        guard let all = try log.passages(after: position.revision, through: newest),
            case let first = max(all.lowerBound, (position.docid ?? 0) + 1),
            first <= min(all.upperBound, snapshot.columns.lastDocid)
        else {
            (passages, end, isAll) = (.empty, WatchPosition(revision: newest), true)
            return
        }
        let last = min(all.upperBound, snapshot.columns.lastDocid)
        let upper = min(last, first + (Search.watchedPassages - 1))
        passages = snapshot.passages(in: first...upper)
        isAll = upper == last
        end = isAll ? WatchPosition(revision: newest) : WatchPosition(revision: position.revision, docid: upper)
    }
}
