import Glibc

/// Terms that the best passages of a first ranking share, and that the query lacks: they move articles on the same matter
/// up. They find nothing by themselves.
///
/// Pseudo-relevance feedback after Rocchio (1971), each of the articles weighed by its score. A term's value is
/// `v = I · Σ w · tf / (tf + K)` over the best articles' best passages, with `w = (score / best)^sharpness` and
/// `K = 1.2 · (0.25 + 0.75 · len/avlen)`; its weight is `share · v / (the highest v) · I`.
struct Feedback {
    /// How many articles are taken for good ones.
    static let articles = 10
    /// How many terms of them are taken.
    static let terms = 20
    /// What the best of the terms counts beside a word of the query.
    static let share = 0.3
    /// How fast an article's say falls with its score: where one article stands out, it alone is heard.
    static let sharpness = 32.0
    /// Terms in more of the articles than this say too little; those in more passages than the second take too long.
    static let commonest = 0.2
    static let longestList = 1 << 15

    let reader: IndexReader
    let snapshot: Snapshot
    let compiler: PlanCompiler
    let stopWords: Set<[UInt8]>

    /// The terms, ready to be added to what the query is scored by.
    /// - Parameter own: the query's terms.
    func terms(of best: [Ranked], without own: Set<[UInt8]>) throws(SearchIndexError) -> [ScoredPostings] {
        var found: [(term: [UInt8], value: Double, postings: TermPostings)] = []
        for (term, share) in try candidates(best, own) {
            let postings = try compiler.postings(of: [term], .anywhere, nil)
            let articles = postings.statistics.articles
            guard articles > 1, Double(articles) <= Self.commonest * Double(snapshot.articleCount) else { continue }
            found.append((term, share * IneB2().termWeight(postings.statistics, in: snapshot.size), postings))
        }
        found.sort { ($0.value, $1.term) > ($1.value, $0.term) }
        guard let highest = found.first?.value, highest > 0 else { return [] }
        return found.prefix(Self.terms).map { term in
            var scored = compiler.scored(term.postings)
            scored.postings = .empty
            scored.weight *= Self.share * term.value / highest
            return scored
        }
    }

    /// The terms that two passages at least share, with their sums; somewhat more than are wanted, chosen by how many
    /// passages have them, which is known without reading their lists.
    private func candidates(_ best: [Ranked], _ own: Set<[UInt8]>) throws(SearchIndexError)
        -> [(term: [UInt8], share: Double)]
    {
        var sums: [[UInt8]: (passages: Int, share: Double)] = [:]
        for ranked in best {
            let terms = try reader.terms(of: ranked.docid)
            let weight = pow(ranked.score / max(best[0].score, .leastNonzeroMagnitude), Self.sharpness)
            let norm = 1.2 * (0.25 + 0.75 * Double(terms.length) / max(snapshot.averageLength, 1))
            for (term, count) in terms.counts where term.count > 1 {
                let sum = sums[term, default: (0, 0)]
                sums[term] = (sum.passages + 1, sum.share + weight * Double(count) / (Double(count) + norm))
            }
        }
        let passages = Double(snapshot.passageCount)
        var candidates: [(term: [UInt8], share: Double, value: Double)] = []
        for (term, sum) in sums where sum.passages > 1 && !own.contains(term) && !stopWords.contains(term) {
            if term.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { continue }
            let frequency = try compiler.frequency(of: term)
            if frequency > Self.longestList || Double(frequency) > Self.commonest * passages { continue }
            candidates.append((term, sum.share, sum.share * log2((passages + 1) / (Double(frequency) + 0.5))))
        }
        candidates.sort { ($0.value, $1.term) > ($1.value, $0.term) }
        return candidates.prefix(Self.terms * 3 / 2).map { ($0.term, $0.share) }
    }
}

/// Byte strings in their order.
private func > (a: (Double, [UInt8]), b: (Double, [UInt8])) -> Bool {
    a.0 != b.0 ? a.0 > b.0 : b.1.lexicographicallyPrecedes(a.1)
}
