import Synchronization

/// The newest table of names, shared by all searches: made when first asked for, and brought up to date when it is asked
/// for again.
///
/// As with words (`WordTables`), names that came since stand beside it, counts are as they were when the table was made,
/// and it is made anew when the index has grown by a twentieth since, or when corrections of names have changed.
final class NameTables: Sendable {
    struct State {
        var names: Names
        /// The state of the index that it has all names of.
        var version: SnapshotVersion
        /// How many values each facet field had when `names.table` was made.
        var values: [Int]
        /// The last docid then.
        var lastDocid: UInt32

        /// Whether a later snapshot's names are these and a few more.
        func goesOn(to snapshot: Snapshot) -> Bool {
            version.corrections == snapshot.version.corrections && lastDocid <= snapshot.columns.lastDocid
                && snapshot.columns.lastDocid - lastDocid <= lastDocid / 20
        }
    }

    private let state = Mutex<State?>(nil)

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
