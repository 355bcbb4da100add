/// Room for a run of postings, filled by `PostingCursor.nextBlock(into:)` or `LengthCursor.nextBlock(into:)` again and
/// again without allocating.
///
/// Only the first `count` elements of the arrays mean something. Read them through a `span` in a loop that matters.
package struct PostingBlock: Sendable {
    /// Docids, ascending.
    package internal(set) var docids: [UInt32]
    /// What stands beside each docid: its wdf, or its document's length. Empty when the block was made without.
    package internal(set) var numbers: [UInt32]
    /// How many elements are filled; 0 at the end.
    package internal(set) var count = 0

    /// How many elements a block has room for unless told otherwise.
    package static let defaultCapacity = 2048

    /// An empty block. `withNumbers: false` saves decoding the wdfs.
    package init(capacity: Int = defaultCapacity, withNumbers: Bool = true) {
        docids = [UInt32](repeating: 0, count: max(capacity, 1))
        numbers = withNumbers ? docids : []
    }
}
