import Evaluation
import Testing

/// Where few exchanges are possible, the share of those that differ as much can be counted.
@Suite struct PairedTestTests {
    @Test func theChanceIsThatOfAllExchanges() {
        func p(_ differences: [Double]) -> Double { PairedTest.p(differences, differences.map { _ in 0 }) }
        // All three must fall on one side: 2 of 8.
        #expect(abs(p([0.1, 0.2, 0.3]) - 0.25) < 0.02)
        // The largest sum is 0.6; 0.4 or more have (+++), (-++) and their mirror images: 4 of 8.
        #expect(abs(p([-0.1, 0.2, 0.3]) - 0.5) < 0.02)
        #expect(abs(p([Double](repeating: 0.01, count: 8)) - 2.0 / 256) < 0.004)
        #expect(p([Double](repeating: 0.5, count: 100)) == 1.0 / 10_001)
    }

    @Test func withoutADifferenceItIsOne() {
        #expect(PairedTest.p([0.3, 0.5], [0.3, 0.5]) == 1)
        #expect(PairedTest.p([0.3, 0.5], [0.5, 0.3]) == 1)
        #expect(PairedTest.p([], []) == 1)
    }

    @Test func itIsTheSameEachTimeAndEitherWayRound() {
        let first = (0..<70).map { Double($0 % 7) / 7 }
        let second = (0..<70).map { Double($0 % 5) / 5 }
        #expect(PairedTest.p(first, second) == PairedTest.p(first, second))
        #expect(PairedTest.p(first, second) == PairedTest.p(second, first))
    }
}
