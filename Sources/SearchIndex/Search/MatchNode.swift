/// Which passages match, as a tree that is worked out a window at a time. Immutable, so several threads may share it.
indirect enum MatchNode: Sendable {
    case nothing
    case postings(Postings)
    case bits(DenseBits)
    case and([MatchNode])
    case or([MatchNode])
    case minus(MatchNode, MatchNode)

    /// At most how many passages match; used to take the rarest first.
    var bound: Int {
        switch self {
        case .nothing: 0
        case .postings(let list): list.count
        case .bits(let bits): bits.count
        case .and(let nodes): nodes.map(\.bound).min() ?? 0
        case .or(let nodes): nodes.reduce(0) { $0 + $1.bound }
        case .minus(let node, _): node.bound
        }
    }

    /// Whether this is `list`, or a disjunction that has it as a part.
    func includes(_ list: Postings) -> Bool {
        switch self {
        case .postings(let own): own === list
        case .or(let nodes): nodes.contains { $0.includes(list) }
        default: false
        }
    }

    /// The conjunction of `nodes`, rarest first.
    static func conjunction(_ nodes: [MatchNode]) -> MatchNode {
        let ordered = nodes.sorted { $0.bound < $1.bound }
        if ordered.first?.bound == 0 { return .nothing }
        return ordered.count == 1 ? ordered[0] : .and(ordered)
    }

    static func disjunction(_ nodes: [MatchNode]) -> MatchNode {
        let some = nodes.filter { $0.bound > 0 }
        return some.count > 1 ? .or(some) : some.first ?? .nothing
    }

    /// Sets `bits` to the matches of window `number`. False when there are none; `bits` are undefined then.
    func fill(_ number: Int, _ bits: Window.Bits) -> Bool {
        switch self {
        case .nothing: return false
        case .bits(let set): return set.copy(window: number, into: bits)
        case .postings(let list):
            let indices = list.indices(inWindow: number)
            if indices.isEmpty { return false }
            Window.clear(bits)
            Self.set(list, indices, number, bits)
            return true
        case .and(let nodes):
            guard let first = nodes.first, first.fill(number, bits) else { return false }
            for node in nodes.dropFirst() where !node.narrow(number, bits) { return false }
            return true
        case .or(let nodes):
            Window.clear(bits)
            var any = false
            for node in nodes { if node.unite(number, bits) { any = true } }
            return any
        case .minus(let node, let excluded):
            guard node.fill(number, bits) else { return false }
            return Self.withBits { other in !excluded.fill(number, other) || Window.subtract(bits, other) }
        }
    }

    /// Intersects `bits` with this node's; false when nothing is left.
    private func narrow(_ number: Int, _ bits: Window.Bits) -> Bool {
        if case .postings(let list) = self {
            let indices = list.indices(inWindow: number)
            if indices.isEmpty { return false }
            // Looking up few candidates in a long list beats setting all its bits.
            if Window.count(bits) * 16 < indices.count { return Self.probe(list, indices, number, bits) }
        }
        return Self.withBits { other in fill(number, other) && Window.intersect(bits, other) }
    }

    /// Adds this node's matches to `bits`; false when there are none.
    private func unite(_ number: Int, _ bits: Window.Bits) -> Bool {
        if case .postings(let list) = self {
            let indices = list.indices(inWindow: number)
            Self.set(list, indices, number, bits)
            return !indices.isEmpty
        }
        return Self.withBits { other in
            guard fill(number, other) else { return false }
            Window.unite(bits, other)
            return true
        }
    }

    @inline(__always)
    private static func set(_ list: Postings, _ indices: Range<Int>, _ number: Int, _ bits: Window.Bits) {
        let docids = list.docids
        for index in indices {
            let offset = Int(docids[index]) & (Window.size - 1)
            bits[offset >> 6] |= 1 << UInt64(offset & 63)
        }
    }

    /// Keeps those of the set bits that the list has.
    private static func probe(_ list: Postings, _ indices: Range<Int>, _ number: Int, _ bits: Window.Bits) -> Bool {
        var low = indices.lowerBound
        var any = false
        for word in 0..<Window.words where bits[word] != 0 {
            var rest = bits[word]
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                rest &= rest &- 1
                let docid = UInt32(number * Window.size + word * 64 + bit)
                var high = indices.upperBound
                while low < high {
                    let middle = (low &+ high) >> 1
                    if list.docids[middle] < docid { low = middle &+ 1 } else { high = middle }
                }
                if low < indices.upperBound, list.docids[low] == docid {
                    any = true
                } else {
                    bits[word] &= ~(1 << UInt64(bit))
                }
            }
        }
        return any
    }

    @inline(__always)
    private static func withBits<R>(_ body: (Window.Bits) -> R) -> R {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Window.words) { buffer in body(buffer.baseAddress!) }
    }
}
