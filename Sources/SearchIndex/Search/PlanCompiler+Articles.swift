/// Scoring by whole articles: each term with what it earns in passages and in articles.
extension PlanCompiler {
    /// What the cache knows a term by.
    static func key(of term: [UInt8], _ scope: Plan.Scope) -> [UInt8] {
        let mark: Character =
            switch scope {
            case .anywhere: "a"
            case .text: "x"
            case .title: "t"
            }
        return [mark.asciiValue ?? 0] + term
    }

    /// Terms, taken as one, with their weight.
    func scored(_ term: TermPostings, _ terms: [[UInt8]] = []) -> ScoredPostings {
        ScoredPostings(
            term: terms.first ?? [], postings: term.passages, articles: term.articles,
            weight: IneB2().termWeight(term.statistics, in: snapshot.size))
    }

    /// The terms of a phrase, in the passages and articles of `found` only.
    func scored(_ terms: [[UInt8]], _ scope: Plan.Scope, in found: Postings) throws(SearchIndexError)
        -> [ScoredPostings]
    {
        var scored: [ScoredPostings] = []
        for term in terms {
            let whole = try postings(of: [term], scope, found)
            scored.append(self.scored(whole.restricted(to: found, snapshot.columns), [term]))
        }
        return scored
    }

    /// The postings of several terms, taken as one, from the cache or from the database. A term's are those of all
    /// articles, or at least of those that have `candidates`.
    func postings(of terms: [[UInt8]], _ scope: Plan.Scope, _ candidates: Postings?) throws(SearchIndexError)
        -> TermPostings
    {
        guard terms.count <= Self.fewTerms else { return try read(terms, scope, nil, nil) }
        // No term has a zero byte in it.
        let key = Self.key(of: Array(terms.joined(separator: [0])), scope)
        let known = caches.lists.scored(key, revision: snapshot.version)
        if access != .skip, let known {
            note("cached", terms[0], known.passages.count)
            return known
        }
        if let candidates, access != .decode,
            let statistics = caches.frequencies.value(key, revision: snapshot.version) ?? known?.statistics
        {
            let whole = snapshot.columns.article.withElements { ArticleRun.whole(candidates, $0) }
            if access == .skip || whole.count * Self.skipCost < statistics.passages {
                return try read(terms, scope, whole, statistics)
            }
        }
        let found = try read(terms, scope, nil, nil)
        caches.lists.keep(found, for: key, revision: snapshot.version)
        caches.frequencies.keep(found.statistics, for: key, revision: snapshot.version)
        return found
    }

    private func read(
        _ terms: [[UInt8]], _ scope: Plan.Scope, _ candidates: Postings?, _ statistics: TermStatistics?
    ) throws(SearchIndexError) -> TermPostings {
        var lists: [Postings] = []
        for prefix in [[], Self.titlePrefix] {
            var ofScope: [Postings] = []
            for term in terms where scopes(scope).contains(prefix) {
                ofScope.append(try read(prefix + term, candidates))
            }
            lists.append(ofScope.isEmpty ? .empty : try .merged(ofScope, until: deadline))
        }
        return try TermPostings(
            text: lists[0], title: lists[1], columns: snapshot.columns,
            norms: try snapshot.derived.articleNorms(snapshot.columns, until: deadline), statistics: statistics,
            until: deadline)
    }

    private func read(_ term: [UInt8], _ candidates: Postings?) throws(SearchIndexError) -> Postings {
        if let candidates {
            note("skip", term, candidates.count)
            return try reader.postings(of: term, at: candidates, frequency: try frequency(of: term))
        }
        let list = try reader.postings(of: term)
        note("decode", term, list.count)
        return list
    }
}
