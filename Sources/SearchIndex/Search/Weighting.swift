/// How a term's occurrences become a score. A search takes one as its parameter.
protocol Weighting: Sendable {
    /// What a term carries into every passage: `frequency` of `passageCount` passages hold it.
    func termWeight(frequency: Int, passageCount: Int) -> Double

    /// What the scorer needs of a passage's length; kept in a column for all passages.
    func norm(length: UInt32, inverseAverage: Double) -> Double

    /// The share of a term's weight that `wdf` occurrences earn in a passage with `norm`.
    func share(wdf: Double, norm: Double) -> Double
}
