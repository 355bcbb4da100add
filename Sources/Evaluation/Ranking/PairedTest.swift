/// Whether the difference between two engines, query by query, could be chance.
package enum PairedTest {
    /// How many exchanges are drawn: the smallest p is one over this and one.
    private static let draws = 10_000

    /// The two-sided p of a randomization test over the mean difference of `first` and `second`, which have the same
    /// queries in the same order: the share of random exchanges of the two engines' values, each query by itself, whose
    /// difference is at least as large (Smucker, Allan and Carterette, 2007). It supposes nothing of how values are
    /// spread. The draws are the same each time.
    package static func p(_ first: [Double], _ second: [Double]) -> Double {
        let differences = zip(first, second).map { $0 - $1 }.filter { $0 != 0 }
        // A sum in another order may differ in its last bits.
        let observed = abs(differences.reduce(0, +)) * (1 - 1e-12)
        var random = SplitMix(state: 20_250_802)
        var asLarge = 0
        for _ in 0..<draws {
            var sum = 0.0
            var bits: UInt64 = 0
            for (index, difference) in differences.enumerated() {
                if index % 64 == 0 { bits = random.next() }
                sum += bits & 1 == 0 ? difference : -difference
                bits >>= 1
            }
            if abs(sum) >= observed { asLarge += 1 }
        }
        return Double(asLarge + 1) / Double(draws + 1)
    }
}
