/// Dateline's scores beside another engine's on the same queries.
struct RankingComparison: Sendable {
    private let dateline: RankingScores
    private let other: RankingScores
    private let chances: [RankingMeasure: Double]

    init(_ dateline: RankingScores, to other: RankingScores) {
        self.dateline = dateline
        self.other = other
        var chances: [RankingMeasure: Double] = [:]
        for measure in RankingMeasure.allCases {
            chances[measure] = PairedTest.p(dateline.values(measure), other.values(measure))
        }
        self.chances = chances
    }

    /// How far Dateline's mean is above the other's, as a share of that; nil when that is 0.
    func relative(_ measure: RankingMeasure) -> Double? {
        let mean = other.mean(measure)
        return mean == 0 ? nil : dateline.mean(measure) / mean - 1
    }

    /// The two-sided p of the paired test.
    func p(_ measure: RankingMeasure) -> Double { chances[measure] ?? 1 }
}
