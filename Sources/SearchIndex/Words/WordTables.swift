import Synchronization

/// The newest table of words, shared by all searches: made when first asked for, and brought up to date when it is asked
/// for again.
///
/// Words that came since are added. The counts of the others are as they were when the table was read, and it is read
/// anew when the index has grown by a twentieth since, so that a small index is always counted exactly and a large one
/// does not pay for each commit.
final class WordTables: Sendable {
    private struct State {
        var table: WordTable
        /// The revision that the table has all words of.
        var revision: UInt64
        /// The log that it was read beside, and how many of its words it has.
        var log: WordLog
        /// The last docid when it was read as a whole.
        var lastDocid: UInt32
    }

    private let state = Mutex<State?>(nil)

    /// The table of a snapshot, or of a later one. Made outside the lock: two searches may make the same.
    /// - Throws: `SearchIndexError.interrupted` at the deadline, `.storage`, `.overtaken`.
    func table(of snapshot: Snapshot, reader: IndexReader, analyzer: Analyzer) throws(SearchIndexError) -> WordTable {
        let known = state.withLock { $0 }
        if let known, known.revision >= snapshot.revision { return known.table }
        let lastDocid = snapshot.columns.lastDocid
        var next: State
        if let known, known.log.beginning === snapshot.words.beginning,
            lastDocid - known.lastDocid <= known.lastDocid / 20
        {
            next = known
            next.table = known.table.adding(
                try WordTable.entries(
                    of: snapshot.words.words(from: known.log.count), reader: reader, analyzer: analyzer))
            next.revision = snapshot.revision
            next.log = snapshot.words
        } else {
            next = State(
                table: try WordTable(reader: reader, analyzer: analyzer), revision: snapshot.revision,
                log: snapshot.words, lastDocid: lastDocid)
        }
        let made = next
        state.withLock { state in
            if (state?.revision ?? 0) < made.revision { state = made }
        }
        return made.table
    }
}
