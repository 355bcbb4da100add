/// How a term's occurrences become a score. A search takes one as its parameter.
protocol Weighting: Sendable {
    /// What a term carries into every unit, a passage or an article, that has it.
    func termWeight(_ term: TermStatistics, in collection: CollectionStatistics) -> Double

    /// What the scorer needs of a unit's length.
    func norm(length: UInt32, inverseAverage: Double) -> Double

    /// The share of a term's weight that `wdf` occurrences earn in a unit with `norm`.
    func share(wdf: Double, norm: Double) -> Double
}

/// How often a term stands in an index, or several terms taken as one.
struct TermStatistics: Equatable, RevisionCacheable {
    /// Passages that have it.
    var passages: Int
    /// Articles that have it.
    var articles = 0
    /// Occurrences in all articles, a word of a headline counted `Ranking.titleWeight` times.
    var occurrences = 0

    var byteCount: Int { 64 }
}

/// The size of an index.
struct CollectionStatistics: Sendable {
    var passages: Int
    var articles: Int
}
