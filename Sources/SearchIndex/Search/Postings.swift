/// A decoded posting list: the passages that hold a term, ascending, and how often each does. Immutable.
///
/// Five bytes a posting: a wdf of 255 or more, which is rare, is looked up apart.
final class Postings: RevisionCacheable, @unchecked Sendable {
    // @unchecked Sendable: both buffers are written only before `init` returns, and freed in `deinit`.
    let count: Int
    /// How many passages hold the term; more than `count` when the list was read for some candidates only.
    let frequency: Int
    let docids: UnsafePointer<UInt32>
    private let smallWdfs: UnsafePointer<UInt8>
    /// The wdfs that a byte does not hold, by the posting's index.
    private let largeWdfs: [Int: UInt32]

    /// - Parameter frequency: how many passages hold the term, when the list has not all of them.
    static func list(_ docids: [UInt32], _ wdfs: [UInt32], frequency: Int? = nil) -> Postings {
        let builder = PostingsBuilder(capacity: docids.count)
        builder.append(docids, wdfs, count: docids.count)
        return builder.build(frequency: frequency)
    }

    /// The list of `docids`, each with a wdf of 1.
    static func list(_ docids: [UInt32]) -> Postings {
        list(docids, [UInt32](repeating: 1, count: docids.count))
    }

    /// Takes over the buffers of a `PostingsBuilder`.
    init(
        docids: UnsafeMutablePointer<UInt32>, wdfs: UnsafeMutablePointer<UInt8>, large: [Int: UInt32], count: Int,
        frequency: Int
    ) {
        self.count = count
        self.frequency = frequency
        self.docids = UnsafePointer(docids)
        smallWdfs = UnsafePointer(wdfs)
        largeWdfs = large
    }

    deinit {
        docids.deallocate()
        smallWdfs.deallocate()
    }

    static let empty = list([])

    /// Bytes of memory held.
    var byteCount: Int { max(count, 1) * 5 + largeWdfs.count * 24 }

    /// The highest docid; nil of none.
    var last: UInt32? { count > 0 ? docids[count - 1] : nil }

    /// How often the term stands in the passage of posting `index`.
    @inline(__always)
    func wdf(_ index: Int) -> UInt32 {
        let wdf = smallWdfs[index]
        return wdf < .max ? UInt32(wdf) : largeWdfs[index, default: UInt32(wdf)]
    }

    /// The index of the first posting whose docid is not below `docid`: binary search.
    @inline(__always)
    func index(notBelow docid: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low &+ high) >> 1
            if Int(docids[middle]) < docid { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// The indices of the postings in window `number`.
    @inline(__always)
    func indices(inWindow number: Int) -> Range<Int> {
        let start = number * Window.size
        let lower = index(notBelow: start)
        if lower == count || Int(docids[lower]) >= start + Window.size { return lower..<lower }
        return lower..<index(notBelow: start + Window.size)
    }

    /// The postings whose docids are among `candidates`, ascending.
    func restricted(to candidates: Postings) -> Postings {
        let builder = PostingsBuilder(capacity: min(count, candidates.count))
        var index = 0
        for number in 0..<candidates.count {
            index = Galloping.index(notBelow: candidates.docids[number], from: index, in: docids, count: count)
            guard index < count else { break }
            if docids[index] == candidates.docids[number] { builder.append(docids[index], wdf: wdf(index)) }
        }
        return builder.build(frequency: frequency)
    }

    /// One list for several terms taken as one: the wdfs of a passage added up, a window of docids at a time.
    /// - Throws: `SearchIndexError.interrupted`.
    static func merged(_ lists: [Postings], until deadline: Deadline = .never) throws(SearchIndexError) -> Postings {
        if lists.count == 1 { return lists[0] }
        let builder = PostingsBuilder(capacity: lists.reduce(0) { $0 + $1.count })
        var next = [Int](repeating: 0, count: lists.count)
        var bits = [UInt64](repeating: 0, count: Window.words)
        var sums = [UInt32](repeating: 0, count: Window.size)
        while true {
            try deadline.check()
            // The first docid that is left says which window comes next: empty ones cost nothing.
            var first = UInt32.max
            for list in lists.indices where next[list] < lists[list].count {
                first = min(first, lists[list].docids[next[list]])
            }
            if first == .max { return builder.build() }
            let start = Int(first) / Window.size * Window.size
            for (number, list) in lists.enumerated() {
                var index = next[number]
                while index < list.count, Int(list.docids[index]) < start + Window.size {
                    let offset = Int(list.docids[index]) - start
                    bits[offset >> 6] |= 1 << UInt64(offset & 63)
                    sums[offset] &+= list.wdf(index)
                    index += 1
                }
                next[number] = index
            }
            for word in bits.indices where bits[word] != 0 {
                var rest = bits[word]
                while rest != 0 {
                    let offset = word * 64 + rest.trailingZeroBitCount
                    builder.append(UInt32(start + offset), wdf: sums[offset])
                    sums[offset] = 0
                    rest &= rest &- 1
                }
                bits[word] = 0
            }
        }
    }
}
