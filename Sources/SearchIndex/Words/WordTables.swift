import Synchronization

/// The newest table of words, shared by all searches: made when first asked for, and brought up to date when it is asked
/// for again.
///
/// Words that came since are added. The counts of the others are as they were when the table was read (`TableReading`).
final class WordTables: Sendable {
    private struct State {
        var table: WordTable
        /// The revision that the table has all words of.
        var revision: UInt64
        /// The log that it was read beside, and how many of its words it has.
        var log: WordLog
        /// When it was read as a whole.
        var reading: TableReading
    }

    private let state = Mutex<State?>(nil)
    private let few: Int

    /// - Parameter few: as in `TableReading`.
    init(few: Int) { self.few = few }

    /// The table of a snapshot, or of a later one. Made outside the lock: two searches may make the same.
    /// - Throws: `SearchIndexError.interrupted` at the deadline, `.storage`, `.overtaken`.
    func table(of snapshot: Snapshot, reader: IndexReader, analyzer: Analyzer) throws(SearchIndexError) -> WordTable {
        let known = state.withLock { $0 }
        if let known, known.revision >= snapshot.revision { return known.table }
        var next: State
        if let known, known.log.beginning === snapshot.words.beginning, known.reading.stands(for: snapshot) {
            next = known
            next.table = known.table.adding(
                try WordTable.entries(
                    of: snapshot.words.words(from: known.log.count), reader: reader, analyzer: analyzer))
            next.revision = snapshot.revision
            next.log = snapshot.words
        } else {
            next = State(
                table: try WordTable(reader: reader, analyzer: analyzer), revision: snapshot.revision,
                log: snapshot.words, reading: TableReading(snapshot, few: few))
        }
        let made = next
        state.withLock { state in
            if (state?.revision ?? 0) < made.revision { state = made }
        }
        return made.table
    }
}
