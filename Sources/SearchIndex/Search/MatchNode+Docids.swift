extension MatchNode {
    /// All docids that match, up to and including `last`, ascending.
    /// - Throws: `SearchIndexError.interrupted`.
    func docids(through last: UInt32, until deadline: Deadline = .never) throws(SearchIndexError) -> [UInt32] {
        var all: [UInt32] = []
        var isStopped = false
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { bits in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Window.size) { docids in
                guard let bits = bits.baseAddress, let base = docids.baseAddress else { return }
                for number in Window.numbers(of: 0..<last + 1) {
                    isStopped = deadline.hasPassed
                    if isStopped { return }
                    guard fill(number, bits) else { continue }
                    let count = Window.extract(bits, of: number, into: base)
                    all.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
                }
            }
        }
        if isStopped { throw .interrupted }
        return all
    }
}
