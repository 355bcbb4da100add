internal import CXapian

/// Walks the documents that have a value in one slot in ascending order, a block at a time.
///
/// Confined to its database's thread. Not to be used after the database was reopened or written to. After an error it
/// is of no use.
package final class ValueCursor {
    private let handle: OpaquePointer

    init(database: Database, slot: UInt32) throws(XapianError) {
        handle = try Shim.handle { cxapian_values_open(database.handle, slot, $0, $1) }
    }

    deinit {
        cxapian_values_free(handle)
    }

    /// Fills the block with the next documents and their values.
    /// - Returns: false at the end, with the block empty.
    /// - Throws: what reading throws (see `Database`).
    package func nextBlock(into block: inout ValueBlock) throws(XapianError) -> Bool {
        var bytes: UnsafePointer<CChar>?
        let capacity = block.docids.count
        block.count = 0
        block.bytes.removeAll(keepingCapacity: true)
        try Shim.call {
            cxapian_values_next_block(handle, &block.docids, &block.ends, capacity, &bytes, &block.count, $0)
        }
        guard block.count > 0 else { return false }
        block.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(block.ends[block.count - 1])))
        return true
    }

    /// Moves to before the first document that is `docid` or higher; never backwards.
    /// - Throws: what reading throws (see `Database`).
    package func skip(to docid: UInt32) throws(XapianError) {
        try Shim.call { cxapian_values_skip_to(handle, docid, $0) }
    }
}

@available(*, unavailable)
extension ValueCursor: Sendable {}
