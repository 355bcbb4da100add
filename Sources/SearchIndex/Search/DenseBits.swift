/// An immutable set of docids with one bit each: for sets that hold a good part of all passages.
final class DenseBits: RevisionCacheable, @unchecked Sendable {
    // @unchecked Sendable: the words are written only in `init`, and freed in `deinit`.
    // The buffer is allocated in `init`, and `body`, which does not outlive the call, is its only writer; no caller
    // keeps the pointer that it gets. From then on the buffer is reachable through `words` alone, which is private,
    // constant and of a type that cannot be written through. The object is handed to other threads after `init` only, in a
    // snapshot or through the lock of a cache, which orders the writes before every read. `deinit` frees the buffer when
    // the last reference is gone, so no reader is left. `contains` and `copy` look at `windows` first, and every window
    // is allocated whole.
    private let words: UnsafePointer<UInt64>
    private let windows: Int
    let count: Int

    /// The docids below `limit` that `body` sets: it gets a zeroed buffer with a bit for each. Nil when it returns false.
    init?(limit: Int, _ body: (UnsafeMutablePointer<UInt64>) -> Bool) {
        windows = (limit + Window.size - 1) / Window.size
        let total = max(windows, 1) * Window.words
        let buffer = UnsafeMutablePointer<UInt64>.allocate(capacity: total)
        buffer.initialize(repeating: 0, count: total)
        guard body(buffer) else {
            buffer.deallocate()
            return nil
        }
        var count = 0
        for word in 0..<total { count += buffer[word].nonzeroBitCount }
        self.count = count
        words = UnsafePointer(buffer)
    }

    /// The docids of `set` below `limit`; nil at the deadline.
    convenience init?(_ set: PassageSet, limit: Int, until deadline: Deadline) {
        self.init(limit: limit) { buffer in
            do {
                try set.forEachBlock { block in
                    try deadline.check()
                    for docid in block where Int(docid) < limit { buffer[Int(docid) / 64] |= 1 << UInt64(docid % 64) }
                }
                return true
            } catch { return false }
        }
    }

    /// The docids of a list, all below `limit`.
    /// - Returns: nil at the deadline.
    convenience init?(_ list: Postings, limit: Int, until deadline: Deadline) {
        self.init(limit: limit) { buffer in
            for start in stride(from: 0, to: list.count, by: Window.size) {
                if deadline.hasPassed { return false }
                for index in start..<min(start + Window.size, list.count) where Int(list.docids[index]) < limit {
                    buffer[Int(list.docids[index]) / 64] |= 1 << UInt64(list.docids[index] % 64)
                }
            }
            return true
        }
    }

    deinit { words.deallocate() }

    @inline(__always)
    func contains(_ docid: Int) -> Bool {
        docid < windows * Window.size && words[docid / 64] & (1 << UInt64(docid % 64)) != 0
    }

    var byteCount: Int { max(windows, 1) * Window.words * 8 }

    /// Copies the bits of a window; false for one beyond the set.
    @inline(__always)
    func copy(window number: Int, into bits: Window.Bits) -> Bool {
        guard number < windows else { return false }
        bits.update(from: words + number * Window.words, count: Window.words)
        return true
    }
}
