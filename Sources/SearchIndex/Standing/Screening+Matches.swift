/// A passage that a standing query matches, by the query's number.
struct StandingMatch {
    var docid: UInt32
    var query: Int
}

extension Screening {
    /// So many passages are looked at together: a step that has enough hits in these leaves the others to the next.
    static let passagesAtOnce = 1_024

    /// What `candidates` match among `passages`, by passage and then by query.
    func matches(_ candidates: [Candidate], among passages: Postings, _ search: Search) throws(SearchIndexError)
        -> [StandingMatch]
    {
        var ofRow = [[Int]](repeating: [], count: passages.count)
        for candidate in candidates {
            var rows = candidate.found.rows
            if !candidate.found.isExact {
                rows = RowSet()
                let found = try ranked(candidate.query, among: passages.at(candidate.found.rows), search)
                for match in found.matches { rows.insert(passages.index(notBelow: Int(match.docid))) }
            }
            for row in rows { ofRow[row].append(candidate.query) }
        }
        return ofRow.enumerated().flatMap { row, queries in
            queries.map { StandingMatch(docid: passages.docids[row], query: $0) }
        }
    }

    /// The hits of some matches, in their order.
    func hits(_ matches: ArraySlice<StandingMatch>, _ search: Search) throws(SearchIndexError)
        -> [(hit: SearchHit, match: StandingMatch)]
    {
        var hits: [Int: [UInt32: SearchHit]] = [:]
        for (query, own) in Dictionary(grouping: matches, by: \.query) {
            let (ranked, plan) = try ranked(query, among: .list(own.map(\.docid)), search)
            for (match, hit) in zip(ranked, try search.hits(ranked[...], plan: plan)) {
                hits[query, default: [:]][match.docid] = hit
            }
        }
        return matches.compactMap { match in hits[match.query]?[match.docid].map { ($0, match) } }
    }

    private func ranked(_ query: Int, among passages: Postings, _ search: Search) throws(SearchIndexError)
        -> (matches: [Ranked], plan: Plan)
    {
        guard let meaning = queries[query].query else { return ([], .nothing) }
        do throws(SearchIndexError) {
            return try Search.among(passages, meaning, search.snapshot, search.reader, search.context)
                .matches(among: passages)
        } catch {
            // A prefix that too many words have by now finds nothing, and holds up no other.
            guard error.code == .badQuery else { throw error }
            return ([], .nothing)
        }
    }
}

extension Postings {
    /// Those at some places.
    fileprivate func at(_ rows: RowSet) -> Postings { .list(rows.map { docids[$0] }) }

    /// All of them, at most `size` in each piece.
    func pieces(of size: Int) -> [Postings] {
        stride(from: 0, to: count, by: size).map { start in .list((start..<min(start + size, count)).map { docids[$0] })
        }
    }
}
