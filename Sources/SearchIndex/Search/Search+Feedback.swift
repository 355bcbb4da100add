import QueryLanguage

extension Search {
    /// Whether a query any of whose words is enough takes terms from its best articles: it does when articles are ranked,
    /// by what whole articles earn. Where all words must match, the matches are on the matter anyway, and a second ranking
    /// would not be worth its time.
    func takesFeedback(_ request: ScanRequest) -> Bool {
        query.feedback && query.likeness == nil && query.sort == .relevance && request.scoresArticles
            && request.scored.contains { $0.articles != nil }
    }

    /// What is to be scanned for the best articles alone.
    func firstRanking(_ request: ScanRequest) -> ScanRequest {
        var first = request
        first.facets = []
        first.after = nil
        first.keep = Feedback.articles
        return first
    }

    /// The request with the terms that the best articles share added to what gives scores.
    func fedBack(_ request: ScanRequest, _ best: [Ranked], _ plan: Plan) throws(SearchIndexError) -> ScanRequest {
        guard best.count > 1 else { return request }
        let feedback = Feedback(reader: reader, snapshot: snapshot, compiler: compiler, stopWords: context.stopWords)
        var request = request
        request.scored += try feedback.terms(of: best, without: plan.soughtTerms)
        return request
    }
}
