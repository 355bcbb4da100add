/// A decoded posting list: the passages that hold a term, ascending, and how often each does. Immutable.
final class Postings: @unchecked Sendable {
    // @unchecked Sendable: both buffers are written only in `init`, and freed in `deinit`.
    let count: Int
    /// How many passages hold the term; more than `count` when the list was read for some candidates only.
    let frequency: Int
    let docids: UnsafePointer<UInt32>
    let wdfs: UnsafePointer<UInt32>

    init(docids: [UInt32], wdfs: [UInt32], frequency: Int? = nil) {
        precondition(docids.count == wdfs.count)
        count = docids.count
        self.frequency = frequency ?? count
        let docidBuffer = UnsafeMutablePointer<UInt32>.allocate(capacity: max(count, 1))
        let wdfBuffer = UnsafeMutablePointer<UInt32>.allocate(capacity: max(count, 1))
        docidBuffer.initialize(from: docids, count: count)
        wdfBuffer.initialize(from: wdfs, count: count)
        self.docids = UnsafePointer(docidBuffer)
        self.wdfs = UnsafePointer(wdfBuffer)
    }

    deinit {
        docids.deallocate()
        wdfs.deallocate()
    }

    static let empty = Postings(docids: [], wdfs: [])

    /// Bytes of memory held.
    var byteCount: Int { max(count, 1) * 8 }

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
        var docids: [UInt32] = []
        var wdfs: [UInt32] = []
        var index = 0
        for number in 0..<candidates.count {
            while index < count, self.docids[index] < candidates.docids[number] { index += 1 }
            guard index < count else { break }
            if self.docids[index] == candidates.docids[number] {
                docids.append(self.docids[index])
                wdfs.append(self.wdfs[index])
            }
        }
        return Postings(docids: docids, wdfs: wdfs, frequency: frequency)
    }

    /// One list for several terms taken as one: the wdfs of a passage added up, a window of docids at a time.
    /// - Throws: `SearchIndexError.interrupted`.
    static func merged(_ lists: [Postings], until deadline: Deadline = .never) throws(SearchIndexError) -> Postings {
        if lists.count == 1 { return lists[0] }
        var docids: [UInt32] = []
        var wdfs: [UInt32] = []
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
            if first == .max { return Postings(docids: docids, wdfs: wdfs) }
            let start = Int(first) / Window.size * Window.size
            for (number, list) in lists.enumerated() {
                var index = next[number]
                while index < list.count, Int(list.docids[index]) < start + Window.size {
                    let offset = Int(list.docids[index]) - start
                    bits[offset >> 6] |= 1 << UInt64(offset & 63)
                    sums[offset] &+= list.wdfs[index]
                    index += 1
                }
                next[number] = index
            }
            for word in bits.indices where bits[word] != 0 {
                var rest = bits[word]
                while rest != 0 {
                    let offset = word * 64 + rest.trailingZeroBitCount
                    docids.append(UInt32(start + offset))
                    wdfs.append(sums[offset])
                    sums[offset] = 0
                    rest &= rest &- 1
                }
                bits[word] = 0
            }
        }
    }
}
