import Synchronization

/// Where the writer publishes snapshots and searches find them.
///
/// It keeps those of the newest two revisions, each as corrections last had it: a search whose database handle is one
/// revision old may finish on the older one.
final class SnapshotStore: Sendable {
    private let snapshots: Mutex<[Snapshot]>
    /// Which passages came with which revision.
    let revisions: RevisionLog
    /// Rings after each snapshot.
    let bell = CommitBell()

    init(_ first: Snapshot, revisions: RevisionLog) {
        snapshots = Mutex([first])
        self.revisions = revisions
        revisions.note(first.commit)
    }

    var newest: Snapshot { snapshots.withLock { $0[$0.count - 1] } }

    /// The snapshot of `revision`, or nil when it is not published yet or not kept any more.
    func snapshot(revision: UInt64) -> Snapshot? {
        snapshots.withLock { $0.last { $0.revision == revision } }
    }

    func publish(_ snapshot: Snapshot) {
        // First, so that whoever sees the snapshot finds it in the log.
        revisions.note(snapshot.commit)
        snapshots.withLock { known in
            known = known.filter { $0.revision != snapshot.revision }.suffix(1) + [snapshot]
        }
        bell.ring()
    }
}

extension Snapshot {
    /// What the log of revisions has of it.
    var commit: RevisionLog.Entry { RevisionLog.Entry(revision: revision, lastDocid: columns.lastDocid) }
}
