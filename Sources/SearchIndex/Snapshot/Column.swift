/// A growable flat array of one fixed-size value a passage, indexed by docid (index 0 is unused), or of any others.
///
/// A `Column` is a value: it sees the first `count` elements of a memory that it may share with longer columns.
/// Appending to the longest one of a memory writes behind what every other holder can see, so publishing a
/// snapshot costs nothing and copies nothing. One writer appends; any number of readers read.
struct Column<Element: BitwiseCopyable & Sendable>: Sendable {
    private var memory: ColumnMemory
    private(set) var count: Int

    /// An empty column in the heap.
    init() { self.init(memory: ColumnMemory(heapBytes: 4096), count: 0) }

    /// The column that the first `count` elements of `memory` are.
    init(memory: ColumnMemory, count: Int) {
        self.memory = memory
        self.count = count
    }

    /// Calls `body` with the column's elements. Valid during the call only.
    @inline(__always)
    func withElements<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R {
        try withExtendedLifetime(memory) { try body(UnsafeBufferPointer(start: base, count: count)) }
    }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count)
        return withElements { $0[index] }
    }

    /// Adds one element. Amortised constant time.
    mutating func append(_ element: Element) {
        makeRoom(for: 1)
        base[count] = element
        advance(by: 1)
    }

    /// Adds several elements.
    mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let first = elements.baseAddress else { return }
        makeRoom(for: elements.count)
        (base + count).update(from: first, count: elements.count)
        advance(by: elements.count)
    }

    /// Appends `element` until the column has `count` elements.
    mutating func pad(to count: Int, with element: Element) {
        while self.count < count { append(element) }
    }

    /// Bytes of memory held.
    var byteCount: Int { memory.capacity }

    /// The name of the file that holds the column; nil when it is in the heap.
    var fileName: String? { memory.file?.name }

    private var base: UnsafeMutablePointer<Element> { memory.base.assumingMemoryBound(to: Element.self) }

    @inline(__always)
    private mutating func makeRoom(for more: Int) {
        let end = count * MemoryLayout<Element>.stride
        let needed = end + more * MemoryLayout<Element>.stride
        // Either full, or somebody appended behind another copy of this value.
        if memory.used != end || needed > memory.capacity { memory = memory.extended(keeping: end, toHold: needed) }
    }

    @inline(__always)
    private mutating func advance(by more: Int) {
        count += more
        memory.used = count * MemoryLayout<Element>.stride
    }
}
