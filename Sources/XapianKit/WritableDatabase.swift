internal import CXapian

/// The one writer of a database. It reads too, and then sees what is pending.
///
/// Confined to one thread. Calls block; commits wait for the disk. When adding, replacing or deleting a document throws
/// anything but `.documentNotFound` or `.invalidArgument`, Xapian has dropped *everything* that was pending since the
/// last commit. When the last reference goes, its cursors' included, pending changes are committed (an open transaction
/// is cancelled) and a failure is lost: call `close()`.
///
/// "Throws what writing throws" below means `XapianError` with one of the codes `.database` (disk full, say),
/// `.databaseClosed`, `.databaseCorrupt`, `.outOfMemory`.
package final class WritableDatabase: Database {
    let writer: OpaquePointer

    /// Whether a database must exist before it is opened.
    package enum Mode: Sendable {
        /// It must.
        case open
        /// It must not.
        case create
        /// Either way.
        case createOrOpen
        /// Either way; what was there is lost.
        case createOrOverwrite
    }

    /// Opens the database in a folder and locks it. The folder is created, its parents are not.
    /// - Parameter synchronous: false lets commits return before the disk has them, for what can be made again.
    /// - Throws: what writing throws; `.databaseCreate`, `.databaseLock`, `.databaseNotFound`, `.databaseOpening`,
    ///   `.databaseVersion`, `.invalidArgument` (a NUL in the path).
    package init(path: String, mode: Mode, synchronous: Bool = true) throws(XapianError) {
        let writer = try Shim.handle {
            cxapian_writer_open(path, path.utf8.count, mode.shimMode, !synchronous, $0, $1)
        }
        self.writer = writer
        do {
            super.init(handle: try Shim.handle { cxapian_writer_reader(writer, $0, $1) })
        } catch {
            cxapian_writer_free(writer)
            throw error
        }
    }

    deinit {
        cxapian_writer_free(writer)
    }

    /// Adds a document under the next docid, which it returns.
    /// - Throws: what writing throws.
    @discardableResult
    package func add(_ document: Document) throws(XapianError) -> UInt32 {
        var docid: UInt32 = 0
        try Shim.call { cxapian_writer_add(writer, document.handle, &docid, $0) }
        return docid
    }

    /// Replaces all documents that have a term by one, under the lowest docid of theirs, or adds it.
    /// - Returns: the docid.
    /// - Throws: what writing throws; `.invalidArgument` (empty term).
    @discardableResult
    package func replace(uniqueTerm term: [UInt8], with document: Document) throws(XapianError) -> UInt32 {
        var docid: UInt32 = 0
        try Shim.call { cxapian_writer_replace(writer, term, term.count, document.handle, &docid, $0) }
        return docid
    }

    /// Replaces a document, or adds it under this docid, which may lie above all that were used.
    /// - Throws: what writing throws; `.invalidArgument` (docid 0).
    package func put(_ document: Document, docid: UInt32) throws(XapianError) {
        try Shim.call { cxapian_writer_put(writer, docid, document.handle, $0) }
    }

    /// Adds a copy of another database's document under the next docid, which it returns.
    /// - Throws: what reading and writing throw; `.documentNotFound`, `.invalidArgument` (docid 0).
    @discardableResult
    package func addCopy(of sourceDocid: UInt32, from source: Database) throws(XapianError) -> UInt32 {
        var docid: UInt32 = 0
        try Shim.call { cxapian_writer_add_copy(writer, source.handle, sourceDocid, &docid, $0) }
        return docid
    }

    /// Deletes every document that has a term; none is fine.
    /// - Throws: what writing throws; `.invalidArgument` (empty term).
    package func delete(uniqueTerm term: [UInt8]) throws(XapianError) {
        try Shim.call { cxapian_writer_delete_term(writer, term, term.count, $0) }
    }

    /// Deletes a document.
    /// - Throws: what writing throws; `.documentNotFound`, `.invalidArgument` (docid 0).
    package func delete(docid: UInt32) throws(XapianError) {
        try Shim.call { cxapian_writer_delete_docid(writer, docid, $0) }
    }

    /// Sets user metadata; an empty value takes the key out.
    /// - Throws: what writing throws; `.invalidArgument` (empty or too long key).
    package func setMetadata(_ value: [UInt8], for key: [UInt8]) throws(XapianError) {
        try Shim.call { cxapian_writer_set_metadata(writer, key, key.count, value, value.count, $0) }
    }

    /// Adds to the frequency of a word that suggestions come from.
    /// - Throws: what writing throws; `.invalidArgument` (a word for which `XapianLibrary.canStore` is false).
    package func addSpelling(_ word: [UInt8], frequency: UInt32 = 1) throws(XapianError) {
        try Shim.call { cxapian_writer_add_spelling(writer, word, word.count, frequency, $0) }
    }

    /// Takes from the frequency of a word that suggestions come from; at 0 the word goes. An unknown word is fine.
    /// - Throws: what writing throws.
    package func removeSpelling(_ word: [UInt8], frequency: UInt32 = 1) throws(XapianError) {
        try Shim.call { cxapian_writer_remove_spelling(writer, word, word.count, frequency, $0) }
    }
}

extension WritableDatabase.Mode {
    fileprivate var shimMode: cxapian_open_mode {
        switch self {
        case .open: CXAPIAN_OPEN
        case .create: CXAPIAN_CREATE
        case .createOrOpen: CXAPIAN_CREATE_OR_OPEN
        case .createOrOverwrite: CXAPIAN_CREATE_OR_OVERWRITE
        }
    }
}
