/// Counts the pairs of values that passages have, over passages that come in ascending order.
///
/// Only values that enough passages have are looked at: two values cannot have more passages in common than the rarer of
/// them has, so nothing is lost.
struct PairCounter: ~Copyable {
    /// One field of the two.
    struct Side {
        var column: IDColumn
        /// How many matching passages have each value, by its number.
        var passages: [UInt32]
    }

    private let first: Side
    /// Nil when both are the same field.
    private let second: Side?
    private let minimum: UInt32
    private(set) var table: PairTable
    private var ours: [UInt32] = []
    private var theirs: [UInt32] = []
    /// Pairs since the deadline was looked at.
    private var steps = 0
    private static let stride = 1 << 16

    init(_ first: Side, _ second: Side?, minimum: Int, limit: Int) {
        self.first = first
        self.second = second
        self.minimum = UInt32(clamping: minimum)
        table = PairTable(limit: limit)
    }

    /// Counts ascending docids, all above those of the calls before.
    /// - Throws: `SearchIndexError.interrupted` at the deadline; `badQuery` when there are more pairs than may be.
    mutating func count(
        _ docids: UnsafeBufferPointer<UInt32>, articles: Column<UInt32>, until deadline: Deadline
    ) throws(SearchIndexError) {
        for docid in docids {
            Self.read(first, docid, minimum, into: &ours)
            if ours.isEmpty { continue }
            let article = articles[Int(docid)]
            if let second {
                Self.read(second, docid, minimum, into: &theirs)
                for value in ours {
                    for other in theirs { try add(value, other, article) }
                    try pace(theirs.count, deadline)
                }
            } else {
                for index in ours.indices {
                    for other in ours[(index + 1)...] { try add(ours[index], other, article) }
                    try pace(ours.count, deadline)
                }
            }
        }
    }

    @inline(__always)
    private mutating func add(_ value: UInt32, _ other: UInt32, _ article: UInt32) throws(SearchIndexError) {
        if table.add(value, other, article: article) { return }
        throw SearchIndexError(
            .badQuery, "more than \(table.limit) different pairs stand together",
            hint: "ask for pairs with more passages (min), narrow the query, or raise the setting pairs")
    }

    @inline(__always)
    private mutating func pace(_ count: Int, _ deadline: Deadline) throws(SearchIndexError) {
        steps &+= count
        if steps < Self.stride { return }
        steps = 0
        try deadline.check()
    }

    /// The values of a passage that enough passages have.
    @inline(__always)
    private static func read(_ side: Side, _ docid: UInt32, _ minimum: UInt32, into values: inout [UInt32]) {
        values.removeAll(keepingCapacity: true)
        let docid = Int(docid)
        guard docid <= side.column.lastDocid else { return }
        side.column.offsets.withElements { offsets in
            side.column.ids.withElements { ids in
                for place in Int(offsets[docid])..<Int(offsets[docid + 1])
                where side.passages[Int(ids[place])] >= minimum {
                    values.append(ids[place])
                }
            }
        }
    }
}
