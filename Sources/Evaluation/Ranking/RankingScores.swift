/// The measures of one engine's run, query by query.
package struct RankingScores: Sendable {
    package let engine: String
    /// The values by measure, in the order of the collection's queries.
    private let values: [RankingMeasure: [Double]]

    package init(_ run: RankedRun, queries: [JudgedQuery]) {
        engine = run.engine
        let rankings = queries.map { run.articles(for: $0.id) }
        var values: [RankingMeasure: [Double]] = [:]
        for measure in RankingMeasure.allCases {
            values[measure] = zip(rankings, queries).map { measure.value(of: $0, grades: $1.grades) }
        }
        self.values = values
    }

    /// A measure of each query.
    package func values(_ measure: RankingMeasure) -> [Double] { values[measure] ?? [] }

    /// Its mean over the queries: one without an answer counts as 0.
    package func mean(_ measure: RankingMeasure) -> Double {
        let values = values(measure)
        return values.reduce(0, +) / Double(max(1, values.count))
    }
}
