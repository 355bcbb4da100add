/// The scores of whole articles, by the docid of their first passage.
///
/// Where a window has many matches, what the terms earn in all articles that begin there is added up at once; where it has
/// few, each article's terms are looked up, from where the article before was found on. Both add in the order of the terms,
/// so the sums are the same.
/// Not Sendable: one for each thread that scans.
final class ArticleScorer {
    private let terms: [(postings: ArticlePostings, weight: Double)]
    private let scores: UnsafeMutablePointer<Double>
    /// The docids of the window whose articles are added up.
    private var window = 0..<0
    private var indices: [Range<Int>]
    /// Where each term's list was looked up last.
    private var positions: [Int]

    /// Nil when no term is scored by articles.
    init?(_ scored: [ScoredPostings], _ workspace: Workspace) {
        terms = scored.compactMap { scored in scored.articles.map { ($0, scored.weight) } }
        if terms.isEmpty { return nil }
        scores = workspace.articleScores
        indices = terms.map { _ in 0..<0 }
        positions = terms.map { _ in 0 }
    }

    /// Adds up window `number`, when it pays for that many matches.
    func enter(_ number: Int, matches: Int) {
        var postings = 0
        for (term, (list, _)) in terms.enumerated() {
            indices[term] = list.indices(inWindow: number)
            postings += indices[term].count
        }
        guard postings <= matches * terms.count * 3 else {
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

    /// The score of the article whose first passage is `docid`, which may lie before the window, but not before that of an
    /// article that was asked for already.
    func score(ofArticleAt docid: UInt32) -> Double {
        if window.contains(Int(docid)) { return scores[Int(docid) & (Window.size - 1)] }
        var score = 0.0
        for term in terms.indices {
            let (list, weight) = terms[term]
            let position = list.index(notBelow: Int(docid), from: positions[term])
            positions[term] = position
            if position < list.count, list.docids[position] == docid { score += weight * Double(list.shares[position]) }
        }
        return score
    }
}
