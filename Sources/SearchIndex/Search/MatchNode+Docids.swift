extension MatchNode {
    /// All docids that match, up to and including `last`, ascending.
    /// - Throws: `SearchIndexError.interrupted`.
    func docids(through last: UInt32, until deadline: Deadline = .never) throws(SearchIndexError) -> [UInt32] {
        var all: [UInt32] = []
        try forEachDocid(through: last, until: deadline) { docid in
            all.append(docid)
            return true
        }
        return all
    }

    /// Calls `body` with the docids that match, up to and including `last`, ascending, until it returns false.
    /// - Throws: `SearchIndexError.interrupted`.
    func forEachDocid(through last: UInt32, until deadline: Deadline, _ body: (UInt32) -> Bool)
        throws(SearchIndexError)
    {
        var isStopped = false
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { bits in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Window.size) { docids in
                guard let bits = bits.baseAddress, let base = docids.baseAddress else { return }
                for number in Window.numbers(of: 0..<last + 1) {
                    isStopped = deadline.hasPassed
                    if isStopped { return }
                    guard fill(number, bits) else { continue }
                    let count = Window.extract(bits, of: number, into: base)
                    for index in 0..<count { if !body(base[index]) { return } }
                }
            }
        }
        if isStopped { throw .interrupted }
    }
}
