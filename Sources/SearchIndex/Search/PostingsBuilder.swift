/// Gathers the postings of a list, in ascending order, in the buffers that the list then owns.
final class PostingsBuilder {
    private(set) var count = 0
    private var capacity: Int
    private var docids: UnsafeMutablePointer<UInt32>?
    private var wdfs: UnsafeMutablePointer<UInt8>?
    private var largeWdfs: [Int: UInt32] = [:]

    /// - Parameter capacity: how many postings are expected; more make it grow.
    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        docids = .allocate(capacity: self.capacity)
        wdfs = .allocate(capacity: self.capacity)
    }

    deinit {
        docids?.deallocate()
        wdfs?.deallocate()
    }

    func append(_ docid: UInt32, wdf: UInt32) {
        makeRoom(for: 1)
        guard let docids, let wdfs else { return }
        docids[count] = docid
        wdfs[count] = UInt8(clamping: wdf)
        if wdf >= UInt8.max { largeWdfs[count] = wdf }
        count += 1
    }

    /// Adds the first `more` postings of two arrays.
    func append(_ newDocids: [UInt32], _ newWdfs: [UInt32], count more: Int) {
        precondition(more <= newDocids.count && more <= newWdfs.count)
        makeRoom(for: more)
        guard let docids, let wdfs else { return }
        for index in 0..<more {
            let wdf = newWdfs[index]
            docids[count &+ index] = newDocids[index]
            wdfs[count &+ index] = UInt8(clamping: wdf)
            if wdf >= UInt8.max { largeWdfs[count + index] = wdf }
        }
        count += more
    }

    /// The list of what was added. The builder is empty afterwards and takes no more.
    /// - Parameter frequency: how many passages hold the term, when not all of them were added.
    func build(frequency: Int? = nil) -> Postings {
        guard let docids, let wdfs else { preconditionFailure("a builder builds one list") }
        (self.docids, self.wdfs) = (nil, nil)
        return Postings(
            docids: docids, wdfs: wdfs, large: largeWdfs, count: count, frequency: frequency ?? count)
    }

    private func makeRoom(for more: Int) {
        guard count + more > capacity else { return }
        guard let oldDocids = docids, let oldWdfs = wdfs else { preconditionFailure("a builder builds one list") }
        capacity = max(count + more, capacity * 2)
        let (newDocids, newWdfs) = (
            UnsafeMutablePointer<UInt32>.allocate(capacity: capacity),
            UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        )
        newDocids.update(from: oldDocids, count: count)
        newWdfs.update(from: oldWdfs, count: count)
        oldDocids.deallocate()
        oldWdfs.deallocate()
        (docids, wdfs) = (newDocids, newWdfs)
    }
}
