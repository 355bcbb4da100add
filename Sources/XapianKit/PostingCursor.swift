internal import CXapian

/// Walks the documents of a term in ascending order, a block at a time.
///
///     let cursor = try database.postings(term)
///     var block = PostingBlock()
///     while try cursor.nextBlock(into: &block) {
///         for i in 0..<block.count { … block.docids[i] … block.numbers[i] … }
///     }
///
/// Confined to its database's thread. Not to be used after the database was reopened or written to. After an error it
/// is of no use.
package final class PostingCursor {
    private let handle: OpaquePointer
    /// How many documents the term has: the number of postings from the start to the end.
    package let termFrequency: UInt32

    init(database: Database, term: [UInt8]) throws(XapianError) {
        var frequency: UInt32 = 0
        handle = try Shim.handle { cxapian_postings_open(database.handle, term, term.count, $0, &frequency, $1) }
        termFrequency = frequency
    }

    deinit {
        cxapian_postings_free(handle)
    }

    /// Fills the block with the next documents and, if it has room for numbers, their wdfs.
    /// - Returns: false at the end, with the block empty.
    /// - Throws: what reading throws (see `Database`).
    package func nextBlock(into block: inout PostingBlock) throws(XapianError) -> Bool {
        let capacity = block.docids.count
        block.count = 0
        if block.numbers.isEmpty {
            try Shim.call { cxapian_postings_next_block(handle, &block.docids, nil, capacity, &block.count, $0) }
        } else {
            try Shim.call {
                cxapian_postings_next_block(handle, &block.docids, &block.numbers, capacity, &block.count, $0)
            }
        }
        return block.count > 0
    }

    /// Moves to before the first document that is `docid` or higher; never backwards.
    /// - Throws: what reading throws (see `Database`).
    package func skip(to docid: UInt32) throws(XapianError) {
        try Shim.call { cxapian_postings_skip_to(handle, docid, $0) }
    }
}

@available(*, unavailable)
extension PostingCursor: Sendable {}
