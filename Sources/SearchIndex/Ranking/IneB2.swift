import Glibc

/// The divergence-from-randomness model In_exp B2 with normalisation 2, c = 1.
///
/// Source: Amati & van Rijsbergen, "Probabilistic models of information retrieval based on measuring the divergence from
/// randomness" (2002). A term in `df` of N articles, `cf` times in all, carries
/// `I = log2((N + 1) / (ne + 0.5)) · (cf + 1) / df` with `ne = N · (1 − (1 − 1/N)^cf)`, and a unit with
/// `x = tf · log2(1 + avlen/len)` earns the share `x / (x + 1)` of it. Frequencies are always those of articles, also where
/// the unit is a passage: how often a word comes up within articles must not make it look common.
struct IneB2: Weighting {
    func termWeight(_ term: TermStatistics, in collection: CollectionStatistics) -> Double {
        guard term.articles > 0 else { return 0 }
        let count = Double(collection.articles)
        let occurrences = Double(term.occurrences)
        let expected = count * (1 - pow(1 - 1 / count, occurrences))
        return log2((count + 1) / (expected + 0.5)) * (occurrences + 1) / Double(term.articles)
    }

    /// 1 / log2(1 + avlen/len), so that `share` is `x / (x + 1)` without its fraction in the fraction.
    func norm(length: UInt32, inverseAverage: Double) -> Double {
        1 / log2(1 + 1 / (max(Double(length), 1) * inverseAverage))
    }

    @inline(__always)
    func share(wdf: Double, norm: Double) -> Double { wdf / (wdf + norm) }
}
