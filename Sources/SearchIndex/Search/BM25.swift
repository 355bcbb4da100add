import Glibc

/// The BM25 weighting with the parameters and the idf of Xapian's `BM25Weight`, so that scores can be compared.
///
/// Source: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), as documented for
/// Xapian's class: the idf's argument `(N - n + 0.5) / (n + 0.5)` is kept from going below 1 by halving it and adding
/// 1 where it is under 2, and the normalised length from below `minimumLength`.
struct BM25: Sendable {
    var k1 = 1.0
    var b = 0.5
    var minimumLength = 0.5

    /// The weight that a term carries into every passage: its idf times `k1 + 1`.
    /// - Parameters: `frequency` passages of `passageCount` hold the term.
    func termWeight(frequency: Int, passageCount: Int) -> Double {
        var ratio = (Double(passageCount) - Double(frequency) + 0.5) / (Double(frequency) + 0.5)
        if ratio < 2 { ratio = ratio * 0.5 + 1 }
        return log(ratio) * (k1 + 1)
    }

    /// The share of a term's weight that a passage earns, in 0..<1.
    /// - Parameters: `length` is the passage's, `inverseAverage` is 1 / the mean length.
    @inline(__always)
    func share(wdf: Double, length: Double, inverseAverage: Double) -> Double {
        let normalised = max(length * inverseAverage, minimumLength)
        return wdf / (k1 * (normalised * b + (1 - b)) + wdf)
    }
}
