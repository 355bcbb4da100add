import Foundation
import TestSupport
import Testing

/// How the sample queries are answered, in figures that fail on any drift until they are refreshed on purpose
/// (`UPDATE_GOLDEN=1`).
@Suite struct PinnedRankingTests {
    @Test func theSamplesAreRankedAsBefore() async throws {
        try await Installation.withSeeds { installation in
            let judgments = try rows("judgments.tsv")
            var lines: [String] = []
            var (sumOfGains, sumOfPrecisions) = (0.0, 0.0)
            let queries = try rows("queries.tsv")
            for query in queries {
                let run = try await installation.dateline(
                    "search", "--match", "any", "-n", "100", "--format", "tsv", "--fields", "article", "--", query[1])
                let found = run.output.split(separator: "\n").map(String.init)
                var grades: [String: Double] = [:]
                for row in judgments where row[0] == query[0] { grades[row[2]] = Double(row[3]) }
                let (gain, precision) = measures(found, grades.filter { $0.value > 0 })
                sumOfGains += gain
                sumOfPrecisions += precision
                let figures = [query[0], decimal(gain), decimal(precision)]
                lines.append((figures + [found.prefix(3).joined(separator: " ")]).joined(separator: "\t"))
            }
            let count = Double(queries.count)
            lines.append("mean\t\(decimal(sumOfGains / count))\t\(decimal(sumOfPrecisions / count))")
            try Golden.expect(lines.map { $0 + "\n" }.joined(), is: "ranking.tsv")
        }
    }

    /// nDCG@10, a gain being the grade, and the average precision.
    private func measures(_ found: [String], _ grades: [String: Double]) -> (Double, Double) {
        func discounted(_ gains: some Sequence<Double>) -> Double {
            gains.prefix(10).enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
        }
        let ideal = discounted(grades.values.sorted(by: >))
        var (hits, precision) = (0.0, 0.0)
        for (rank, article) in found.enumerated() where grades[article] != nil {
            hits += 1
            precision += hits / Double(rank + 1)
        }
        return (discounted(found.map { grades[$0] ?? 0 }) / ideal, precision / Double(grades.count))
    }

    private func decimal(_ number: Double) -> String { String(format: "%.3f", number) }

    private func rows(_ table: String) throws -> [[String]] {
        try String(contentsOfFile: TestSupport.checkout + "seeds/" + table, encoding: .utf8)
            .split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    }
}
