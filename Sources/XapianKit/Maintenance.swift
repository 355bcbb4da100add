internal import CXapian

/// Work on whole databases on disk. Everything here blocks for as long as reading the databases takes.
package enum Maintenance {
    /// What a check found.
    package struct CheckReport: Equatable, Sendable {
        /// 0 for a sound database.
        package var errorCount: Int
        /// Several lines in English, a paragraph a table.
        package var text: String
    }

    /// Verifies the structure of a database that nobody writes to, or of one of its tables, `NAME.glass`. In a process of
    /// its own: Xapian may crash on damage, which is thrown as `.databaseCorrupt`.
    /// - Throws: what reading throws (see `Database`); `.databaseOpening` (also when there is none),
    ///   `.databaseVersion`, `.invalidArgument` (a NUL in the path).
    package static func check(path: String) throws(XapianError) -> CheckReport {
        var count = 0
        let text = try Shim.text { cxapian_check(path, path.utf8.count, &count, $0, $1) }
        return CheckReport(errorCount: count, text: text)
    }

    /// Writes the last commits of several databases as one compact database, which gets a UUID of its own.
    ///
    /// - Parameters:
    ///   - sources: folders; of metadata under one key the first source's wins.
    ///   - destination: a folder, which is created; a database that is there already is overwritten.
    ///   - renumber: true raises each source's docids by the last docid of those before it; false keeps them, and then
    ///     the ranges of docids must not overlap.
    /// - Throws: what reading throws (see `Database`); `.databaseCreate`, `.databaseNotFound`, `.databaseOpening`,
    ///   `.databaseVersion`, `.invalidArgument` (a NUL in a path, no source, the destination is a source),
    ///   `.invalidOperation` (docids overlap).
    package static func compact(sources: [String], destination: String, renumber: Bool = false) throws(XapianError) {
        try PinnedStrings.with(sources) { pinned throws(XapianError) in
            let paths = pinned.map { cxapian_path(bytes: $0.baseAddress, size: $0.count) }
            try Shim.call {
                cxapian_compact(paths, paths.count, destination, destination.utf8.count, renumber, $0)
            }
        }
    }

    /// Waits until all files of a folder, and its list of them, are on the disk.
    /// - Throws: `.database`, `.invalidArgument` (a NUL in the path).
    package static func sync(folder: String) throws(XapianError) {
        try Shim.call { cxapian_sync(folder, folder.utf8.count, $0) }
    }

    /// Puts each of two folders of one file system in the other's place, in one step that is whole or not at all.
    ///
    /// Nobody may write to a database in them, nor be opening or reopening one; readers that are open go on.
    /// - Throws: `.database`, `.unimplemented` (the file system cannot), `.invalidArgument` (a NUL in a path).
    package static func exchange(_ one: String, _ other: String) throws(XapianError) {
        try Shim.call { cxapian_exchange(one, one.utf8.count, other, other.utf8.count, $0) }
    }
}
