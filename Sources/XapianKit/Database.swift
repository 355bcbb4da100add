internal import CXapian

/// A reader of a database: what was committed when it was opened or last reopened.
///
/// Confined to one thread, together with every cursor that comes from it; release it there too. All calls block for
/// the time it takes to read from disk. After the *second* commit since opening any read may throw
/// `.databaseModified`: reopen and repeat the whole read.
///
/// "Throws what reading throws" below means `XapianError` with one of the codes `.database` (input failed),
/// `.databaseClosed`, `.databaseCorrupt`, `.databaseModified`, `.outOfMemory`.
package class Database {
    let handle: OpaquePointer

    /// Opens the database in a folder at its last commit.
    /// - Throws: what reading throws; `.databaseNotFound`, `.databaseOpening`, `.databaseVersion`, `.invalidArgument`
    ///   (a NUL in the path).
    package init(path: String) throws(XapianError) {
        handle = try Shim.handle { cxapian_database_open(path, path.utf8.count, $0, $1) }
    }

    /// Takes over a handle.
    init(handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        cxapian_database_free(handle)
    }

    /// Moves to the last commit. Cursors from before must not be used any more.
    /// - Returns: false when it certainly was there already; always false for a `WritableDatabase`.
    /// - Throws: what reading throws; `.databaseNotFound`, `.databaseOpening`, `.databaseVersion`.
    @discardableResult
    package final func reopen() throws(XapianError) -> Bool {
        var changed = false
        try Shim.call { cxapian_database_reopen(handle, &changed, $0) }
        return changed
    }

    /// Closes the files now; most later calls throw `.databaseClosed`. A `WritableDatabase` commits what is pending, or
    /// cancels an open transaction, and drops its lock. Closing again does nothing.
    /// - Throws: `.database`, `.databaseCorrupt`, when the last commit fails.
    package final func close() throws(XapianError) {
        try Shim.call { cxapian_database_close(handle, $0) }
    }

    /// The UUID, 36 characters. Copies made by compaction have another one.
    /// - Throws: what reading throws.
    package final func uuid() throws(XapianError) -> String {
        String(decoding: try Shim.bytes { cxapian_database_uuid(handle, $0, $1, $2) }, as: UTF8.self)
    }

    /// Counts of the whole database.
    /// - Throws: what reading throws.
    package final func statistics() throws(XapianError) -> Statistics {
        var statistics = cxapian_statistics()
        try Shim.call { cxapian_database_statistics(handle, &statistics, $0) }
        return Statistics(statistics)
    }
}

/// Xapian's handles count references without locks, so even releasing one elsewhere is a race.
@available(*, unavailable)
extension Database: Sendable {}
