/// A growable flat array of one fixed-size value a passage, indexed by docid (index 0 is unused).
///
/// A `Column` is a value: it sees the first `count` elements of a buffer that it may share with longer columns.
/// Appending to the longest one of a buffer writes behind what every other holder can see, so publishing a
/// snapshot costs nothing and copies nothing. One writer appends; any number of readers read.
struct Column<Element: BitwiseCopyable & Sendable>: Sendable {
    private var buffer: Buffer
    private(set) var count: Int

    init() {
        buffer = Buffer(capacity: 1024)
        count = 0
    }

    /// Calls `body` with the column's elements. Valid during the call only.
    @inline(__always)
    func withElements<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R {
        try withExtendedLifetime(buffer) { try body(UnsafeBufferPointer(start: buffer.base, count: count)) }
    }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count)
        return withElements { $0[index] }
    }

    /// Adds one element. Amortised constant time.
    mutating func append(_ element: Element) {
        if buffer.used != count || count == buffer.capacity {
            // Either full, or somebody appended behind another copy of this value: go on in a buffer of our own.
            buffer = Buffer(copying: buffer, count: count, capacity: max(1024, count * 2))
        }
        buffer.base[count] = element
        count += 1
        buffer.used = count
    }

    /// Appends `element` until the column has `count` elements.
    mutating func pad(to count: Int, with element: Element) {
        while self.count < count { append(element) }
    }

    /// Bytes held by the buffer.
    var byteCount: Int { buffer.capacity * MemoryLayout<Element>.stride }

    /// The memory behind one or more columns.
    private final class Buffer: @unchecked Sendable {
        // @unchecked Sendable: elements below a published column's `count` are never written again (`append` writes
        // only at `used`, which only grows, and only through the one longest column, which the writer alone holds);
        // readers never look at or above their own `count`, nor at `used`. A snapshot reaches other threads through
        // a lock (SnapshotStore), which orders the writes before the reads.
        let base: UnsafeMutablePointer<Element>
        let capacity: Int
        var used = 0

        init(capacity: Int) {
            self.capacity = capacity
            base = .allocate(capacity: capacity)
        }

        convenience init(copying other: Buffer, count: Int, capacity: Int) {
            self.init(capacity: capacity)
            base.update(from: other.base, count: count)
            used = count
        }

        deinit { base.deallocate() }
    }
}
