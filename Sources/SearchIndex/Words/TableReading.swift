/// The state of an index in which a table of its words or names was read, as a measure of how old the table's counts are.
///
/// They stand for a later state as long as no more than a twentieth of the passages have come or gone, so that an index
/// with many does not pay for each commit. One with few is read anew each time, which takes milliseconds.
struct TableReading {
    private let lastDocid: UInt32
    private let passages: Int

    private let few: Int

    /// - Parameter few: how many passages an index must have for its tables not to be read at each commit.
    init(_ snapshot: Snapshot, few: Int) {
        self.few = few
        lastDocid = snapshot.columns.lastDocid
        passages = snapshot.passageCount
    }

    /// Whether the counts may stand for those of a later snapshot.
    func stands(for snapshot: Snapshot) -> Bool {
        // Docids ascend and are never used again.
        let added = Int(snapshot.columns.lastDocid) - Int(lastDocid)
        let removed = added - (snapshot.passageCount - passages)
        return passages >= few && added + removed <= passages / 20
    }
}
