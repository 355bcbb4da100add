import Glibc

/// The memory behind one or more columns: a piece of the heap, or a mapped file.
final class ColumnMemory: @unchecked Sendable {
    // @unchecked Sendable: bytes below a published column's end are never written again. `Column.append` writes only
    // at `used`, which only grows, and only through the one longest column, which the writer alone holds; every mapping
    // of a file shares the file's `used`. Readers never look at or above their own end, nor at `used`. A snapshot
    // reaches other threads through a lock (SnapshotStore), which orders the writes before the reads. `deinit` runs
    // when nobody is left, on whatever thread.
    let base: UnsafeMutableRawPointer
    /// In bytes.
    let capacity: Int
    let file: ColumnFile?
    private var usedOnHeap = 0

    init(heapBytes capacity: Int) {
        base = .allocate(byteCount: capacity, alignment: 16)
        self.capacity = capacity
        file = nil
    }

    /// Takes over a mapping.
    init(mapped base: UnsafeMutableRawPointer, capacity: Int, of file: ColumnFile) {
        self.base = base
        self.capacity = capacity
        self.file = file
    }

    deinit { if file == nil { base.deallocate() } else { munmap(base, capacity) } }

    /// How many bytes have been written, through whichever column. For the writer's thread alone.
    var used: Int {
        get { file?.used ?? usedOnHeap }
        set { if let file { file.used = newValue } else { usedOnHeap = newValue } }
    }

    /// Memory with room for `needed` bytes, that begins with the first `kept` bytes of this one.
    ///
    /// The same file, mapped once more, if `kept` is all that was written to it. Otherwise somebody else appended, or
    /// the disk is full, and the column goes on in the heap.
    func extended(keeping kept: Int, toHold needed: Int) -> ColumnMemory {
        if let file, file.used == kept, let mapped = try? file.memory(bytes: needed) { return mapped }
        let memory = ColumnMemory(heapBytes: max(4096, needed * 2))
        memory.base.copyMemory(from: base, byteCount: kept)
        memory.used = kept
        return memory
    }
}
