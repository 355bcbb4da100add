/// Room for a run of values, filled by `ValueCursor.nextBlock(into:)` again and again.
package struct ValueBlock: Sendable {
    /// Docids, ascending; the first `count` mean something.
    package internal(set) var docids: [UInt32]
    /// Where each value ends in `bytes`; it starts where the one before ends. The first `count` mean something.
    package internal(set) var ends: [UInt32]
    /// The values, one behind the other.
    package internal(set) var bytes: [UInt8] = []
    /// How many values are filled; 0 at the end.
    package internal(set) var count = 0

    /// An empty block.
    package init(capacity: Int = PostingBlock.defaultCapacity) {
        docids = [UInt32](repeating: 0, count: max(capacity, 1))
        ends = docids
    }

    /// The bytes of value `index`, which is below `count`.
    package func range(_ index: Int) -> Range<Int> {
        Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
    }
}
