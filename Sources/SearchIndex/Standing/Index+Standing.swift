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
            let matches = try search.standingMatches(standing, names, among: news.passages)
            var step = WatchStep(stamp: search.stamp, parsed: "", position: news.end, isCaughtUp: news.isAll)
            var rest = matches[...]
            // To the end of a passage, so that the next step begins with another.
            while let first = rest.first, step.found.count < Search.watchedHits {
                let same = rest.prefix { $0.ranked.docid == first.ranked.docid }
                for match in same {
                    for hit in try search.hits([match.ranked], plan: match.plan) {
                        step.found.append(
                            .init(hit: hit, revision: log.revision(of: first.ranked.docid), query: match.name))
                    }
                }
                rest = rest.dropFirst(same.count)
                if !rest.isEmpty, step.found.count >= Search.watchedHits {
                    step.position = WatchPosition(revision: position.revision, docid: first.ranked.docid)
                    step.isCaughtUp = false
                }
            }
            return step
        }
    }

    /// How many matches the standing queries have among the passages that came after `position`, and how many queries were
    /// run for that. For benchmarks.
    package func checkStanding(from position: WatchPosition) async throws(SearchIndexError) -> (matches: Int, runs: Int)
    {
        let (log, standing) = (store.revisions, standing)
        return try await read { reader, snapshot, context throws(SearchIndexError) in
            let news = try News(of: snapshot, log, after: position)
            let search = Search.among(news.passages, SearchQuery(), snapshot, reader, context)
            let runs = try standing.screening(search).candidates(news.passages, search).count
            return (try search.standingMatches(standing, nil, among: news.passages).count, runs)
        }
    }
}

/// A passage that a standing query matches.
struct StandingMatch {
    var name: String
    var ranked: Ranked
    var plan: Plan
}

extension Search {
    /// What standing queries match among `passages`, by passage and then by name.
    func standingMatches(_ standing: StandingQueries, _ names: Set<String>?, among passages: Postings)
        throws(SearchIndexError) -> [StandingMatch]
    {
        guard passages.count > 0 else { return [] }
        var found: [StandingMatch] = []
        for (query, passages) in try standing.screening(self).candidates(passages, self) {
            guard let meaning = query.query, names?.contains(query.name) ?? true else { continue }
            do throws(SearchIndexError) {
                let (matches, plan) = try Search.among(passages, meaning, snapshot, reader, context)
                    .matches(among: passages)
                found += matches.map { StandingMatch(name: query.name, ranked: $0, plan: plan) }
            } catch {
                // A prefix that too many words have by now finds nothing, and holds up no other.
                guard error.code == .badQuery else { throw error }
            }
        }
        return found.sorted { ($0.ranked.docid, $0.name) < ($1.ranked.docid, $1.name) }
    }
}
