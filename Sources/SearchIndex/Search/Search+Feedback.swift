import QueryLanguage

extension Search {
    /// Whether a query any of whose words is enough takes terms from its best articles: it does when articles are ranked,
    /// by what whole articles earn. Where all words must match, the matches are on the matter anyway, and a second ranking
    /// would not be worth its time.
    func takesFeedback(_ request: ScanRequest) -> Bool {
        query.feedback && query.likeness == nil && query.sort == .relevance && request.scoresArticles
            && request.scored.contains { $0.articles != nil }
    }

    /// The request, for the best articles and for all others in any order: they are ranked again.
    func firstRanking(_ request: ScanRequest) -> ScanRequest {
        var first = request
        first.after = nil
        first.keep = Feedback.articles
        first.keepsAll = true
        return first
    }

    /// The terms that the best articles share.
    func feedback(of best: [Ranked], _ plan: Plan) throws(SearchIndexError) -> [ScoredPostings] {
        guard best.count > 1 else { return [] }
        let feedback = Feedback(
            reader: reader, snapshot: snapshot, compiler: compiler, stopWords: context.stopWords, caches: context.caches
        )
        return try feedback.terms(of: best, without: plan.soughtTerms)
    }
}
