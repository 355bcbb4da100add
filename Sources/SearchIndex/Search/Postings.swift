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

    /// One list for several terms taken as one: the wdfs of a passage added up.
    static func merged(_ lists: [Postings]) -> Postings {
        if lists.count == 1 { return lists[0] }
        var pairs: [(docid: UInt32, wdf: UInt32)] = []
        pairs.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        for list in lists { for index in 0..<list.count { pairs.append((list.docids[index], list.wdfs[index])) } }
        pairs.sort { $0.docid < $1.docid }
        var docids: [UInt32] = []
        var wdfs: [UInt32] = []
        for pair in pairs {
            if docids.last == pair.docid {
                wdfs[wdfs.count - 1] &+= pair.wdf
            } else {
                docids.append(pair.docid)
                wdfs.append(pair.wdf)
            }
        }
        return Postings(docids: docids, wdfs: wdfs)
    }
}
