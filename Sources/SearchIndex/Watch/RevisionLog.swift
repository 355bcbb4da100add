import Synchronization

/// Which passages came with which commit: for each of the last commits its revision and the highest docid there was then.
///
/// Docids only rise, also when a load exchanges the database or a compaction makes it anew, so two numbers a commit are
/// enough: what came after revision N lies above N's docid. The log is kept in a file beside the database, a line a
/// commit, written before the commit is published. It may be lost: what came before is then too old to go on from.
final class RevisionLog: Sendable {
    /// A commit.
    struct Entry: Equatable, Sendable {
        var revision: UInt64
        var lastDocid: UInt32
    }

    private struct State {
        /// Ascending, and never empty: the first one's passages are not told from those before them.
        var entries: [Entry]
        /// Whether articles are being made anew from what is stored: their passages are nobody's news.
        var isRemaking = false
    }

    /// With more commits than this, the older half is forgotten.
    static let most = 100_000

    private let file: RevisionFile
    private let state: Mutex<State>

    /// Reads the log of an index that is at `newest`, or begins another there.
    init(path: String, uuid: String, newest: Entry) {
        file = RevisionFile(path: path, uuid: uuid)
        var kept = file.read()
        if kept.wasRemaking, let last = kept.entries.last {
            // The process ended while it made articles anew.
            kept.entries = [Entry(revision: last.revision, lastDocid: newest.lastDocid)]
        }
        let last = kept.entries.last
        if last == newest, !kept.wasRemaking {
            state = Mutex(State(entries: kept.entries))
            return
        }
        if let last, last.revision < newest.revision, last.lastDocid <= newest.lastDocid {
            // A commit that was not logged any more: its passages came at the newest revision, for nobody saw another.
            kept.entries.append(newest)
        } else if last != newest {
            kept.entries = [newest]
        }
        state = Mutex(State(entries: kept.entries))
        file.replace(kept.entries)
    }

    /// The newest commit.
    var newest: Entry { state.withLock { $0.entries[$0.entries.count - 1] } }

    /// Notes a commit; one that is noted already, or is older, changes nothing.
    func note(_ commit: Entry) {
        state.withLock { state in
            guard let last = state.entries.last, commit.revision > last.revision else { return }
            if state.isRemaking {
                // Whoever has seen all up to the first entry has seen all there is.
                state.entries = [Entry(revision: state.entries[0].revision, lastDocid: commit.lastDocid), commit]
                return
            }
            state.entries.append(commit)
            if state.entries.count > Self.most {
                state.entries.removeFirst(Self.most / 2)
                file.replace(state.entries)
            } else {
                file.append(commit, after: state.entries.dropLast())
            }
        }
    }

    /// From now on passages come that are made anew from what is stored.
    func beginRemaking() {
        state.withLock { state in
            state.isRemaking = true
            state.entries.removeFirst(state.entries.count - 1)
            file.replace(state.entries, isRemaking: true)
        }
    }

    /// What comes from now on is news again.
    func endRemaking() {
        state.withLock { state in
            state.isRemaking = false
            file.replace(state.entries)
        }
    }

    /// The docids of the passages that came in commits after `revision`, up to and including the revision `newest`.
    /// - Throws: `stale` when that is not known any more, or `revision` is to come yet.
    func passages(after revision: UInt64, through newest: UInt64) throws(SearchIndexError) -> ClosedRange<UInt32>? {
        try state.withLock { state throws(SearchIndexError) in
            let entries = state.entries
            guard let first = entries.first, let last = entries.last,
                // Before an index that was empty there was nothing.
                first.revision <= revision || first.lastDocid == 0
            else {
                throw SearchIndexError(
                    .stale, "what came after revision \(revision) is not known any more",
                    hint: "search for what is there, and watch from revision \(newest) on")
            }
            guard revision <= last.revision else {
                throw SearchIndexError(
                    .stale, "the index has not come to revision \(revision): it is at \(last.revision)",
                    hint: "is this another index, or one restored from a backup?")
            }
            let lower = entries[Self.place(of: revision, in: entries)].lastDocid + 1
            let upper = entries[Self.place(of: max(newest, first.revision), in: entries)].lastDocid
            return lower <= upper ? lower...upper : nil
        }
    }

    /// The revision that a passage came with.
    func revision(of docid: UInt32) -> UInt64 {
        state.withLock { state in
            var (low, high) = (0, state.entries.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if state.entries[middle].lastDocid < docid { low = middle + 1 } else { high = middle }
            }
            return state.entries[low].revision
        }
    }

    /// The index of the last entry whose revision is not above `revision`; the first one is not.
    private static func place(of revision: UInt64, in entries: [Entry]) -> Int {
        var (low, high) = (0, entries.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if entries[middle].revision <= revision { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
