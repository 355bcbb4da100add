import Synchronization

/// The newest table of names, shared by all searches: made when first asked for, and brought up to date when it is asked
/// for again.
///
/// As with words (`WordTables`), names that came since stand beside it, and counts are as they were when the table was made
/// (`TableReading`). It is made anew when many names have come, or when corrections of names have changed.
final class NameTables: Sendable {
    struct State {
        var names: Names
        /// The state of the index that it has all names of.
        var version: SnapshotVersion
        /// How many values each facet field had when `names.table` was made.
        var values: [Int]
        var reading: TableReading

        /// More new names than this are not counted one by one, a few microseconds each, after every commit.
        private static let manyNames = 1_000

        /// Whether a later snapshot's names are these and a few more.
        func goesOn(to snapshot: Snapshot) -> Bool {
            let new = zip(snapshot.values, values).reduce(0) { $0 + $1.0.writtenCount - $1.1 }
            return version.corrections == snapshot.version.corrections && new <= Self.manyNames
                && reading.stands(for: snapshot)
        }
    }

    private let state = Mutex<State?>(nil)
    /// As in `TableReading`.
    let few: Int

    init(few: Int) { self.few = few }

    /// The names of a snapshot, or of a later one.
    /// - Parameters: `make` makes a state anew, `extend` adds to one what has come since. Outside the lock: two searches
    ///   may make the same.
    func names(
        of snapshot: Snapshot, make: () throws(SearchIndexError) -> State,
        extend: (State) throws(SearchIndexError) -> State
    ) throws(SearchIndexError) -> Names {
        let known = state.withLock { $0 }
        if let known, known.version >= snapshot.version { return known.names }
        let next: State
        if let known, known.goesOn(to: snapshot) { next = try extend(known) } else { next = try make() }
        state.withLock { state in
            if (state?.version ?? 0) < next.version { state = next }
        }
        return next.names
    }
}
