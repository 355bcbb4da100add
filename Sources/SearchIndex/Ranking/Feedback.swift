import Glibc

/// Terms that the best passages of a first ranking share, and that the query lacks: they move articles on the same matter
/// up. They find nothing by themselves.
///
/// Pseudo-relevance feedback after Rocchio (1971), each of the articles weighed by `(score / best)^sharpness`.
struct Feedback {
    /// How many articles are taken for good ones.
    static let articles = 10
    /// How many terms of them are taken.
    static let terms = 20
    /// What the best of the terms counts beside a word of the query.
    static let share = 0.35
    /// How fast an article's say falls with its score: where one article stands out, it alone is heard.
    static let sharpness = 32.0

    let reader: IndexReader
    let snapshot: Snapshot
    let compiler: PlanCompiler
    let stopWords: Set<[UInt8]>
    let caches: SearchCaches

    /// The terms, ready to be added to what the query is scored by.
    /// - Parameter own: the query's terms.
    func terms(of best: [Ranked], without own: Set<[UInt8]>) throws(SearchIndexError) -> [ScoredPostings] {
        var sources: [TellingTerms.Source] = []
        for ranked in best {
            let weight = pow(ranked.score / max(best[0].score, .leastNonzeroMagnitude), Self.sharpness)
            sources.append(TellingTerms.Source(counts: try counts(ranked.docid), weight: weight))
        }
        let telling = TellingTerms(snapshot: snapshot, compiler: compiler, stopWords: stopWords)
        let found = try telling.best(
            Self.terms, of: sources, averageLength: snapshot.averageLength, inAtLeast: 2, without: own)
        return found.map { found in
            var scored = compiler.scored(found.postings)
            scored.term = found.term
            scored.isFeedback = true
            scored.postings = .empty
            scored.weight *= Self.share * found.share
            return scored
        }
    }

    /// How often each term stands in a passage and its headline.
    private func counts(_ docid: UInt32) throws(SearchIndexError) -> [[UInt8]: UInt32] {
        if let known = caches.termCounts.value(docid, revision: snapshot.version) { return known.counts }
        let terms = try reader.terms(of: docid)
        let counts = TermCounts(counts: terms.text.merging(terms.title, uniquingKeysWith: +))
        caches.termCounts.keep(counts, for: docid, revision: snapshot.version)
        return counts.counts
    }
}
