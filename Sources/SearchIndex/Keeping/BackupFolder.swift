import Synchronization

/// The folder that a backup is made in, `INDEX/backup-N`.
struct BackupFolder {
    private static let prefix = "backup-"
    private static let count = Atomic(0)

    let path: String

    /// Makes a new one in the index's folder.
    /// - Throws: `storage`.
    init(in index: String) throws(SearchIndexError) {
        path = "\(index)/\(Self.prefix)\(Self.count.add(1, ordering: .relaxed).newValue)"
        FileTree.remove(path)
        try FileTree.make(path)
        try FileTree.make(path + "/gazetteers")
    }

    func remove() { FileTree.remove(path) }

    /// Removes what a process left in the index's folder that was killed.
    static func removeAll(in index: String) {
        for name in FileTree.names(in: index)
        where name.hasPrefix(prefix) && name.dropFirst(prefix.count).allSatisfy(\.isNumber) {
            FileTree.remove("\(index)/\(name)")
        }
    }
}
