extension Search {
    /// Tells of each hit what the terms add to its score.
    func addScoreParts(_ hits: inout [SearchHit], _ ranked: [Ranked], _ request: ScanRequest) {
        for index in hits.indices {
            switch query.ranking {
            case .ineb2: hits[index].scoreParts = parts(of: ranked[index].docid, request, IneB2())
            case .bm25: hits[index].scoreParts = parts(of: ranked[index].docid, request, BM25())
            }
        }
    }

    private func parts(of docid: UInt32, _ request: ScanRequest, _ weighting: some Weighting) -> [ScorePart] {
        let norms = snapshot.derived.norms(weighting, averageLength: snapshot.averageLength)
        let norm = norms.norm(snapshot.columns.length[Int(docid)])
        let start = snapshot.columns.article.withElements { ArticleRun.start(of: docid, $0) }
        let hasArticles = request.scoresArticles && request.scored.contains { $0.articles != nil }
        return request.scored.map { scored in
            let wdf = scored.matches(docid) ? scored.postings.wdf(of: docid) : 0
            let passage = scored.weight * weighting.share(wdf: Double(wdf), norm: norm)
            let article = scored.weight * Double(scored.articles?.share(ofArticleAt: start) ?? 0)
            return ScorePart(
                term: String(decoding: scored.term, as: UTF8.self),
                article: hasArticles ? Ranking.score(article: article, passage: 0) : 0,
                passage: hasArticles ? Ranking.score(article: 0, passage: passage) : passage,
                isFeedback: scored.isFeedback)
        }
    }
}

extension ScoredPostings {
    /// Whether the branch that the term belongs to matches in a passage.
    fileprivate func matches(_ docid: UInt32) -> Bool {
        guard let branch else { return true }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { buffer in
            guard let bits = buffer.baseAddress, branch.fill(Int(docid) / Window.size, bits) else { return false }
            let offset = Int(docid) % Window.size
            return bits[offset / 64] & (1 << UInt64(offset % 64)) != 0
        }
    }
}

extension Postings {
    /// How often the term stands in a passage; 0 when it does not.
    fileprivate func wdf(of docid: UInt32) -> UInt32 {
        let index = index(notBelow: Int(docid))
        return index < count && docids[index] == docid ? wdf(index) : 0
    }
}
