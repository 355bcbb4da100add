/// Some of the rows 0 ..< n of a few passages, a bit each.
struct RowSet: Sendable {
    /// None of the words past the end, if any, has a bit.
    private var words: [UInt64] = []

    /// The empty set.
    init() {}

    init(below count: Int) {
        words = [UInt64](repeating: .max, count: count / 64)
        if count % 64 > 0 { words.append(1 << UInt64(count % 64) - 1) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    mutating func insert(_ row: Int) {
        let index = row >> 6
        if index >= words.count { words += repeatElement(0, count: index + 1 - words.count) }
        words[index] |= 1 << UInt64(row & 63)
    }

    mutating func formIntersection(_ other: RowSet) {
        if words.count > other.words.count { words.removeLast(words.count - other.words.count) }
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func formUnion(_ other: RowSet) {
        if words.isEmpty {
            words = other.words
            return
        }
        if words.count < other.words.count { words += repeatElement(0, count: other.words.count - words.count) }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    mutating func subtract(_ other: RowSet) {
        for index in 0..<Swift.min(words.count, other.words.count) { words[index] &= ~other.words[index] }
    }

}

/// Ascending.
extension RowSet: Sequence {
    struct Iterator: IteratorProtocol {
        fileprivate let words: [UInt64]
        fileprivate var index = -1
        fileprivate var rest: UInt64 = 0

        mutating func next() -> Int? {
            while rest == 0 {
                index += 1
                guard index < words.count else { return nil }
                rest = words[index]
            }
            defer { rest &= rest - 1 }
            return index << 6 + rest.trailingZeroBitCount
        }
    }

    func makeIterator() -> Iterator { Iterator(words: words) }
}
