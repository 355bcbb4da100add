import Glibc

/// The BM25 weighting with the parameters and the idf of Xapian's `BM25Weight`, so that scores can be compared.
///
/// Source: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), as documented for
/// Xapian's class: the idf's argument `(N - n + 0.5) / (n + 0.5)` is kept from going below 1 by halving it and adding
/// 1 where it is under 2, and the normalised length from below `minimumLength`.
struct BM25: Weighting {
    var k1 = 1.0
    var b = 0.5
    var minimumLength = 0.5

    func termWeight(_ term: TermStatistics, in collection: CollectionStatistics) -> Double {
        var ratio = (Double(collection.passages) - Double(term.passages) + 0.5) / (Double(term.passages) + 0.5)
        if ratio < 2 { ratio = ratio * 0.5 + 1 }
        return log(ratio) * (k1 + 1)
    }

    @inline(__always)
    func norm(length: UInt32, inverseAverage: Double) -> Double {
        k1 * (max(Double(length) * inverseAverage, minimumLength) * b + (1 - b))
    }

    @inline(__always)
    func share(wdf: Double, norm: Double) -> Double { wdf / (norm + wdf) }
}
