import Glibc

/// Finds the terms that tell what some passages are about: frequent in them, rare elsewhere.
///
/// A term's value is `I · Σ w · tf / (tf + K)` over the passages, where `I` is its weight in the index (`IneB2`), w the
/// passage's weight, and `K = 1.2 · (0.25 + 0.75 · len/avlen)` as in BM25.
struct TellingTerms {
    /// Terms in more of the articles than this say too little; those in more passages than the second take too long.
    static let commonest = 0.2
    static let longestList = 1 << 15
    /// In a small index so many are never too many.
    static let few = 20.0

    /// What has terms, and how often it has each.
    struct Source {
        var counts: [[UInt8]: UInt32]
        var weight: Double
    }

    struct Found {
        var term: [UInt8]
        /// 1 for the most telling one.
        var share: Double
        var postings: TermPostings
    }

    let snapshot: Snapshot
    let compiler: PlanCompiler
    /// The index terms of the stop words.
    let stopWords: Set<[UInt8]>

    /// The most telling terms, best first.
    /// - Parameters:
    ///   - sources: what has the terms, and the mean length of such.
    ///   - least: in how many of the sources a term must be.
    ///   - own: terms that are not wanted.
    func best(
        _ limit: Int, of sources: [Source], averageLength: Double, inAtLeast least: Int = 1,
        without own: Set<[UInt8]> = []
    ) throws(SearchIndexError) -> [Found] {
        var found: [Found] = []
        for (term, share) in try candidates(limit, sources, averageLength, least, own) {
            let postings = try compiler.postings(of: [term], .anywhere, nil)
            let articles = postings.statistics.articles
            guard articles > 1, Double(articles) <= max(Self.few, Self.commonest * Double(snapshot.articleCount)) else {
                continue
            }
            let value = share * IneB2().termWeight(postings.statistics, in: snapshot.size)
            found.append(Found(term: term, share: value, postings: postings))
        }
        found.sort { Self.precedes(($0.share, $0.term), ($1.share, $1.term)) }
        guard let highest = found.first?.share, highest > 0 else { return [] }
        for index in found.indices { found[index].share /= highest }
        return Array(found.prefix(limit))
    }

    /// Somewhat more terms than are wanted, chosen by how many passages have them, which is known without reading their
    /// lists; with their sums.
    private func candidates(
        _ limit: Int, _ sources: [Source], _ averageLength: Double, _ least: Int, _ own: Set<[UInt8]>
    ) throws(SearchIndexError) -> [(term: [UInt8], share: Double)] {
        var sums: [[UInt8]: (sources: Int, share: Double)] = [:]
        for source in sources {
            let norm = 1.2 * (0.25 + 0.75 * Double(source.counts.values.reduce(0, +)) / max(averageLength, 1))
            for (term, count) in source.counts where term.count > 1 {
                let sum = sums[term, default: (0, 0)]
                sums[term] = (sum.sources + 1, sum.share + source.weight * Double(count) / (Double(count) + norm))
            }
        }
        let passages = Double(snapshot.passageCount)
        let longest = min(Double(Self.longestList), max(Self.few, Self.commonest * passages))
        var candidates: [(term: [UInt8], share: Double, value: Double)] = []
        for (term, sum) in sums where sum.sources >= least && !own.contains(term) && !stopWords.contains(term) {
            if term.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { continue }
            let frequency = Double(try compiler.frequency(of: term))
            if frequency > longest { continue }
            candidates.append((term, sum.share, sum.share * log2((passages + 1) / (frequency + 0.5))))
        }
        candidates.sort { Self.precedes(($0.value, $0.term), ($1.value, $1.term)) }
        return candidates.prefix(limit * 3 / 2).map { ($0.term, $0.share) }
    }

    /// By value, highest first; ties by the terms' bytes, so that the same index gives the same terms.
    private static func precedes(_ a: (Double, [UInt8]), _ b: (Double, [UInt8])) -> Bool {
        a.0 != b.0 ? a.0 > b.0 : a.1.lexicographicallyPrecedes(b.1)
    }
}
