/// The buffers that one thread scans with, kept from query to query. Not Sendable: a thread has its own.
///
/// `scores` is all zero between windows; whoever writes a score clears it.
final class Workspace {
    let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: Window.words)
    let gate = UnsafeMutablePointer<UInt64>.allocate(capacity: Window.words)
    let docids = UnsafeMutablePointer<UInt32>.allocate(capacity: Window.size)
    let scores = UnsafeMutablePointer<Double>.allocate(capacity: Window.size)
    private var counters: [Int: FacetCounter] = [:]

    init() { scores.initialize(repeating: 0, count: Window.size) }

    deinit {
        bits.deallocate()
        gate.deallocate()
        docids.deallocate()
        scores.deallocate()
    }

    /// A cleared counter for the facet with this number, with room for `valueCount` values.
    func counter(facet: Int, valueCount: Int) -> FacetCounter {
        if let known = counters[facet], known.capacity >= valueCount { return known }
        let counter = FacetCounter(facet: facet, capacity: valueCount + valueCount / 4)
        counters[facet] = counter
        return counter
    }
}
