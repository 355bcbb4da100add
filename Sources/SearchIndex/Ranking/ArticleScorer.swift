/// The scores of whole articles, by the docid of their first passage.
///
/// Where a window has many matches, what the terms earn in all articles that begin there is added up at once; where it has
/// few, each article's terms are looked up. Both add in the order of the terms, so the sums are the same.
/// Not Sendable: one for each thread that scans.
final class ArticleScorer {
    private let terms: [(postings: ArticlePostings, weight: Double)]
    private let scores: UnsafeMutablePointer<Double>
    /// The docids of the window whose articles are added up.
    private var window = 0..<0
    private var indices: [Range<Int>] = []

    /// Nil when no term is scored by articles.
    init?(_ scored: [ScoredPostings], _ workspace: Workspace) {
        terms = scored.compactMap { scored in scored.articles.map { ($0, scored.weight) } }
        if terms.isEmpty { return nil }
        scores = workspace.articleScores
    }

    /// Adds up window `number`, when it pays for that many matches.
    func enter(_ number: Int, matches: Int) {
        indices = terms.map { $0.postings.indices(inWindow: number) }
        let postings = indices.reduce(0) { $0 + $1.count }
        guard postings <= matches * 4 else {
            window = 0..<0
            return
        }
        window = number * Window.size..<(number + 1) * Window.size
        for (term, range) in zip(terms, indices) {
            term.postings.docids.withUnsafeBufferPointer { docids in
                term.postings.shares.withUnsafeBufferPointer { shares in
                    for index in range {
                        scores[Int(docids[index]) & (Window.size - 1)] += term.weight * Double(shares[index])
                    }
                }
            }
        }
    }

    /// Clears what `enter` has added up.
    func leave() {
        if window.isEmpty { return }
        for (term, range) in zip(terms, indices) {
            term.postings.docids.withUnsafeBufferPointer { docids in
                for index in range { scores[Int(docids[index]) & (Window.size - 1)] = 0 }
            }
        }
    }

    /// The score of the article whose first passage is `docid`, which may lie before the window.
    func score(ofArticleAt docid: UInt32) -> Double {
        if window.contains(Int(docid)) { return scores[Int(docid) & (Window.size - 1)] }
        return terms.reduce(0) { $0 + $1.weight * Double($1.postings.share(ofArticleAt: docid)) }
    }
}
