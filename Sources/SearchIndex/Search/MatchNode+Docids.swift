extension MatchNode {
    /// All docids that match, up to and including `last`, ascending.
    func docids(through last: UInt32) -> [UInt32] {
        var all: [UInt32] = []
        forEachDocid(through: last) { docid in
            all.append(docid)
            return true
        }
        return all
    }

    /// Calls `body` with the docids that match, up to and including `last`, ascending, until it returns false.
    func forEachDocid(through last: UInt32, _ body: (UInt32) -> Bool) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { bits in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Window.size) { docids in
                guard let bits = bits.baseAddress, let base = docids.baseAddress else { return }
                for number in Window.numbers(of: 0..<last + 1) where fill(number, bits) {
                    let count = Window.extract(bits, of: number, into: base)
                    for index in 0..<count { if !body(base[index]) { return } }
                }
            }
        }
    }
}
