import Synchronization

/// How many durations were how long. May be added to from any thread.
final class Histogram: Sendable {
    /// What was counted so far, as Prometheus wants it: each bucket counts all that were no longer than its bound.
    struct Reading: Equatable, Sendable {
        /// One a bound, and a last one for all.
        var counts: [Int]
        /// The sum of the durations in seconds.
        var sum: Double

        /// How many durations there were.
        var count: Int { counts.last ?? 0 }
    }

    /// The usual upper bounds in seconds, ascending: from a search in the cache to a large load.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600]

    let bounds: [Double]
    private let buckets: [Counter]
    private let microseconds = Counter()

    init(bounds: [Double] = Histogram.bounds) {
        self.bounds = bounds
        buckets = (0...bounds.count).map { _ in Counter() }
    }

    func add(seconds: Double) {
        buckets[bounds.firstIndex { seconds <= $0 } ?? bounds.count].add()
        microseconds.add(Int((max(0, seconds) * 1_000_000).rounded()))
    }

    var reading: Reading {
        var total = 0
        let counts = buckets.map { bucket in
            total += bucket.value
            return total
        }
        return Reading(counts: counts, sum: Double(microseconds.value) / 1_000_000)
    }
}
