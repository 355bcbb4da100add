import Glibc
import Synchronization
import XapianKit

/// The scratch folder of one load, `INDEX/load/N`: its segments, and the database that they are merged into.
final class LoadFolder: Sendable {
    let path: String
    /// Whether segments are written and merged whole, by `BulkDatabase`.
    let isBulk: Bool
    private let names = Atomic(0)
    private static let folders = Atomic(0)

    /// Makes a new folder in `scratch`, and that too.
    /// - Throws: `storage` when the system refuses.
    init(in scratch: String, isBulk: Bool = false) throws(SearchIndexError) {
        self.isBulk = isBulk
        path = "\(scratch)/\(Self.folders.add(1, ordering: .relaxed).newValue)"
        try FileTree.make(scratch)
        FileTree.remove(path)
        try FileTree.make(path)
    }

    /// A path in the folder that was not given out before.
    func newPath(_ kind: String) -> String { "\(path)/\(kind)-\(names.add(1, ordering: .relaxed).newValue)" }

    /// Whether the file system can exchange two folders in one step.
    func canExchange() throws(SearchIndexError) -> Bool {
        let (one, other) = (newPath("probe"), newPath("probe"))
        defer { for path in [one, other] { FileTree.remove(path) } }
        for path in [one, other] { try FileTree.make(path) }
        do { try Maintenance.exchange(one, other) } catch {
            if error.code == .unimplemented { return false }
            throw .storage(error)
        }
        return true
    }

    func remove() { FileTree.remove(path) }

    /// Removes it after a failure. Xapian's compaction leaves its files open when it fails half way, with a full disk
    /// above all: these are emptied, or their room would be lost until the process ends.
    func discard() { FileTree.remove(path, emptying: true) }
}
