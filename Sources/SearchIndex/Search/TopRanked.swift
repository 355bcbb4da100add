/// Keeps the best `capacity` of any number of candidates: a binary heap with the worst one on top.
struct TopRanked {
    private let capacity: Int
    private let after: Cursor.Position?
    private var heap: [Ranked] = []

    /// - Parameter after: only candidates behind this place are kept.
    init(capacity: Int, after: Cursor.Position? = nil) {
        self.capacity = capacity
        self.after = after
    }

    /// The key that the next candidate must beat, when docids ascend: below all keys while there is room.
    var floor: Double { heap.count < capacity ? -.infinity : heap.first?.key ?? .infinity }

    mutating func offer(_ candidate: Ranked) {
        if let after, !after.precedes(candidate) { return }
        if heap.count < capacity {
            heap.append(candidate)
            siftUp(heap.count - 1)
        } else if let worst = heap.first, Ranked.precedes(candidate, worst) {
            heap[0] = candidate
            siftDown(0)
        }
    }

    /// The kept ones, best first.
    /// - Throws: `SearchIndexError.interrupted`.
    func sorted(until deadline: Deadline) throws(SearchIndexError) -> [Ranked] {
        try heap.sorted(until: deadline, by: Ranked.precedes)
    }

    private mutating func siftUp(_ index: Int) {
        var child = index
        while child > 0 {
            let parent = (child - 1) / 2
            guard Ranked.precedes(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func siftDown(_ index: Int) {
        var parent = index
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if Ranked.precedes(heap[worst], heap[child]) { worst = child }
            }
            if worst == parent { return }
            heap.swapAt(worst, parent)
            parent = worst
        }
    }
}
