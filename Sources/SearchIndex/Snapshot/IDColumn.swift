/// A compressed-row column: for each passage an ascending list of value ids, without repetition.
///
/// Two flat columns: `offsets[docid] ..< offsets[docid + 1]` is the passage's run in `ids`.
struct IDColumn: Sendable {
    private(set) var offsets = Column<UInt32>()
    private(set) var ids = Column<UInt32>()

    /// An empty column.
    init() { beginIfNew() }

    /// The column that `source` has under `name`.
    init(from source: ColumnSource, named name: String) throws(ColumnFault) {
        offsets = try source.column("\(name).offsets")
        ids = try source.column("\(name).ids")
        beginIfNew()
    }

    /// Docid 0, which Xapian never uses, has an empty list.
    private mutating func beginIfNew() { offsets.pad(to: 2, with: 0) }

    /// The highest docid with a list.
    var lastDocid: Int { offsets.count - 2 }

    /// Sets the list of `docid`, which must lie above every docid set before; docids left out get empty lists.
    mutating func append(docid: UInt32, ids list: some Collection<UInt32>) {
        precondition(Int(docid) > lastDocid, "a column grows with the docids")
        offsets.pad(to: Int(docid) + 1, with: UInt32(ids.count))
        for id in list { ids.append(id) }
        offsets.append(UInt32(ids.count))
    }

    /// Sets the lists of all docids from the one after `lastDocid` on: `ends` has where each ends in `list`.
    mutating func append(ends: [UInt32], ids list: [UInt32]) {
        let start = UInt32(ids.count)
        list.withUnsafeBufferPointer { ids.append(contentsOf: $0) }
        ends.map { start + $0 }.withUnsafeBufferPointer { offsets.append(contentsOf: $0) }
    }

    /// The value ids of one passage; empty for a docid beyond the column.
    func ids(of docid: UInt32) -> [UInt32] {
        guard Int(docid) <= lastDocid else { return [] }
        return ids.withElements { Array($0[Int(offsets[Int(docid)])..<Int(offsets[Int(docid) + 1])]) }
    }

    var byteCount: Int { offsets.byteCount + ids.byteCount }
}
