internal import CXapian

/// Walks all documents and their lengths in ascending order of docid, a block at a time.
///
/// Confined to its database's thread. Not to be used after the database was reopened or written to. After an error it
/// is of no use.
package final class LengthCursor {
    private let handle: OpaquePointer

    init(database: Database) throws(XapianError) {
        handle = try Shim.handle { cxapian_lengths_open(database.handle, $0, $1) }
    }

    deinit {
        cxapian_lengths_free(handle)
    }

    /// Fills the block with the next docids and, as its numbers, their lengths. A block made without room for numbers
    /// gets it.
    /// - Returns: false at the end, with the block empty.
    /// - Throws: what reading throws (see `Database`).
    package func nextBlock(into block: inout PostingBlock) throws(XapianError) -> Bool {
        let capacity = block.docids.count
        block.count = 0
        if block.numbers.isEmpty { block.numbers = [UInt32](repeating: 0, count: capacity) }
        try Shim.call {
            cxapian_lengths_next_block(handle, &block.docids, &block.numbers, capacity, &block.count, $0)
        }
        return block.count > 0
    }

    /// Moves to before the first document that is `docid` or higher; never backwards.
    /// - Throws: what reading throws (see `Database`).
    package func skip(to docid: UInt32) throws(XapianError) {
        try Shim.call { cxapian_lengths_skip_to(handle, docid, $0) }
    }
}

@available(*, unavailable)
extension LengthCursor: Sendable {}
