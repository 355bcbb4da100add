/// The buffers that one thread scans with, kept from query to query. Not Sendable: a thread has its own.
///
/// `scores` and `articleScores` are all zero between windows; whoever writes a score clears it.
final class Workspace {
    let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: Window.words)
    let gate = UnsafeMutablePointer<UInt64>.allocate(capacity: Window.words)
    let docids = UnsafeMutablePointer<UInt32>.allocate(capacity: Window.size)
    let scores = UnsafeMutablePointer<Double>.allocate(capacity: Window.size)
    /// By the docid of an article's first passage.
    let articleScores = UnsafeMutablePointer<Double>.allocate(capacity: Window.size)
    /// By facet; more than one where a scan counts a facet over several sets.
    private var counters: [Int: [FacetCounter]] = [:]

    init() {
        scores.initialize(repeating: 0, count: Window.size)
        articleScores.initialize(repeating: 0, count: Window.size)
    }

    deinit {
        bits.deallocate()
        gate.deallocate()
        docids.deallocate()
        scores.deallocate()
        articleScores.deallocate()
    }

    /// A cleared counter for the facet with this number, with room for `valueCount` values.
    /// - Parameter use: from 0; a scan that counts a facet more than once gives each its own.
    func counter(facet: Int, use: Int, valueCount: Int) -> FacetCounter {
        var known = counters[facet] ?? []
        if use < known.count, known[use].capacity >= valueCount { return known[use] }
        let fresh = FacetCounter(facet: facet, capacity: valueCount + valueCount / 4)
        if use < known.count { known[use] = fresh } else { known.append(fresh) }
        counters[facet] = known
        return fresh
    }
}
