import Synchronization

/// Where the writer publishes snapshots and searches find them.
///
/// It keeps those of the newest two revisions, each as corrections last had it: a search whose database handle is one
/// revision old may finish on the older one.
final class SnapshotStore: Sendable {
    private let snapshots: Mutex<[Snapshot]>

    init(_ first: Snapshot) { snapshots = Mutex([first]) }

    var newest: Snapshot { snapshots.withLock { $0[$0.count - 1] } }

    /// The snapshot of `revision`, or nil when it is not published yet or not kept any more.
    func snapshot(revision: UInt64) -> Snapshot? {
        snapshots.withLock { $0.last { $0.revision == revision } }
    }

    func publish(_ snapshot: Snapshot) {
        snapshots.withLock { known in
            known = known.filter { $0.revision != snapshot.revision }.suffix(1) + [snapshot]
        }
    }
}
