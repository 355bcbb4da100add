/// Counts pairs of numbers: how many passages have each, and how many different articles these belong to.
///
/// A hash table with open addressing, whose cells lie side by side in memory: 24 bytes a cell, at most half of which are
/// taken. It never grows beyond its limit, and says so. Passages come in ascending order, so that an article's follow one
/// another.
struct PairTable: ~Copyable {
    /// A pair and its counts.
    struct Pair: Equatable {
        var first: UInt32
        var second: UInt32
        var passages: UInt32 = 1
        var articles: UInt32 = 1
        /// The last article that was counted.
        fileprivate var lastArticle: UInt32
        /// No pair has 0 passages: such a cell is free.
        fileprivate static let free = Pair(first: 0, second: 0, passages: 0, articles: 0, lastArticle: 0)
    }

    /// The most different pairs.
    let limit: Int
    /// How many different pairs there are.
    private(set) var count = 0
    private var cells: UnsafeMutablePointer<Pair>
    /// The binary logarithm of the number of cells.
    private var bits = 10

    init(limit: Int) {
        self.limit = limit
        cells = Self.freeCells(1 << bits)
    }

    deinit { cells.deallocate() }

    /// Counts the pair in a passage of `article`.
    /// - Returns: false when it is new, and there are as many as may be already.
    @inline(__always)
    mutating func add(_ first: UInt32, _ second: UInt32, article: UInt32) -> Bool {
        let place = place(first, second)
        if cells[place].passages == 0 { return insert(Pair(first: first, second: second, lastArticle: article), place) }
        cells[place].passages &+= 1
        cells[place].articles &+= cells[place].lastArticle != article ? 1 : 0
        cells[place].lastArticle = article
        return true
    }

    /// Calls `body` with each pair, in no order.
    func visit<E: Error>(_ body: (Pair) throws(E) -> Void) throws(E) {
        for place in 0..<1 << bits where cells[place].passages > 0 { try body(cells[place]) }
    }

    /// Where the pair stands, or would stand.
    @inline(__always)
    private func place(_ first: UInt32, _ second: UInt32) -> Int {
        let key = UInt64(first) << 32 | UInt64(second)
        let mask = 1 << bits - 1
        // Fibonacci hashing: the highest bits of the product depend on all of the key's.
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
        while cells[place].passages > 0, cells[place].first != first || cells[place].second != second {
            place = (place &+ 1) & mask
        }
        return place
    }

    @inline(never)
    private mutating func insert(_ pair: Pair, _ place: Int) -> Bool {
        if count == limit { return false }
        cells[place] = pair
        count += 1
        if count * 2 > 1 << bits { grow() }
        return true
    }

    private mutating func grow() {
        let (old, size) = (cells, 1 << bits)
        bits += 1
        cells = Self.freeCells(1 << bits)
        for index in 0..<size where old[index].passages > 0 {
            cells[place(old[index].first, old[index].second)] = old[index]
        }
        old.deallocate()
    }

    private static func freeCells(_ count: Int) -> UnsafeMutablePointer<Pair> {
        let cells = UnsafeMutablePointer<Pair>.allocate(capacity: count)
        cells.initialize(repeating: .free, count: count)
        return cells
    }
}
