import QueryLanguage

extension Search {
    /// Whether there is a first ranking that can give terms: one of articles, by what whole articles earn.
    func givesFeedback(_ request: ScanRequest) -> Bool {
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
