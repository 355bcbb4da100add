internal import CGlassBulk
internal import Glibc

/// A whole database that is written at once, several times faster than a `WritableDatabase` writes it, and with the same
/// content. `docs/GLASS.md` tells how.
///
///     let database = try BulkDatabase(path: path)
///     for passage in passages {
///         try database.begin(docid: docid)
///         try database.setData(passage.data)
///     }
///     try database.finish()
///
/// Confined to one thread. Calls block while files are written. All documents are held in memory, as numbers, until
/// `finish()`: see `memory`. One that goes before it was finished removes its files.
package final class BulkDatabase: DocumentTarget {
    private let handle: OpaquePointer

    /// Begins a database in a folder, which must not be there.
    /// - Throws: `.database` (it cannot be made), `.outOfMemory`, `.invalidArgument` (an empty path, or a NUL in it).
    package init(path: String) throws(XapianError) {
        var handle: OpaquePointer?
        // The quickest level that compresses. Higher ones are no smaller for texts as short as passages.
        try Self.call { cglassbulk_open(path, path.utf8.count, 1, &handle, $0) }
        guard let handle else { throw XapianError(code: .internal, message: "The shim made no handle") }
        self.handle = handle
    }

    deinit { cglassbulk_free(handle) }

    /// The date of the database format that is written, which is Xapian's number for it: 20160314.
    package static var formatVersion: UInt32 { cglassbulk_format_version() }

    /// About how many bytes are held.
    package var memory: UInt64 { cglassbulk_memory(handle) }

    /// Begins a document. Docids ascend.
    /// - Throws: `.invalidArgument`, `.database` (disk full, say), `.outOfMemory`.
    package func begin(docid: UInt32) throws(XapianError) {
        try Self.call { cglassbulk_begin(handle, docid, $0) }
    }

    /// - Throws: `.invalidArgument` (no document, or a second time), `.database` (disk full, say), `.outOfMemory`.
    package func setData(_ data: [UInt8]) throws(XapianError) {
        try Self.call { cglassbulk_set_data(handle, data, data.count, $0) }
    }

    /// - Throws: `.invalidArgument` (no document, slot `UInt32.max`), `.outOfMemory`.
    package func setValue(_ value: [UInt8], slot: UInt32) throws(XapianError) {
        try Self.call { cglassbulk_set_value(handle, slot, value, value.count, $0) }
    }

    /// - Throws: `.invalidArgument` (no document, or a term for which `XapianLibrary.canStore` is false), `.outOfMemory`.
    package func addPosting(_ term: [UInt8], position: UInt32) throws(XapianError) {
        try Self.call { cglassbulk_add_posting(handle, term, term.count, position, $0) }
    }

    /// - Throws: as `addPosting`.
    package func addBooleanTerm(_ term: [UInt8]) throws(XapianError) {
        try Self.call { cglassbulk_add_term(handle, term, term.count, 0, $0) }
    }

    /// Sets metadata; the last value for a key counts, an empty one is none.
    /// - Throws: `.invalidArgument` (an empty or too long key), `.outOfMemory`.
    package func setMetadata(_ value: [UInt8], for key: [UInt8]) throws(XapianError) {
        try Self.call { cglassbulk_set_metadata(handle, key, key.count, value, value.count, $0) }
    }

    /// Writes all tables. The database can be opened then.
    /// - Parameter synchronous: false returns before the disk has them, for what can be made again.
    /// - Throws: `.database` (disk full, say), `.outOfMemory`, `.invalidArgument` (no documents).
    package func finish(synchronous: Bool = true) throws(XapianError) {
        try Self.call { cglassbulk_finish(handle, synchronous, $0) }
    }

    /// The same for a piece, a database that is only there to be merged: its positions take less to write and to read, and
    /// only `merge` reads them. Does not wait for the disk.
    /// - Throws: as `finish`.
    package func finishPiece() throws(XapianError) {
        try Self.call { cglassbulk_finish_piece(handle, $0) }
    }

    /// Writes one database of several, in the folder `path`, which must not be there. Much faster than
    /// `Maintenance.compact`. A failure leaves nothing. Blocks, and uses two threads.
    ///
    /// - Parameters:
    ///   - sources: pieces and databases, these without spelling and synonyms, which nobody writes to meanwhile; and by
    ///     how much the docids of each rise, at least to above the last one that the source before ever used. Of
    ///     metadata under one key the first source's counts.
    ///   - synchronous: as for `finish`.
    /// - Throws: `.database` (disk full, say), `.databaseCorrupt` (a source is damaged, or of another format),
    ///   `.outOfMemory`, `.invalidArgument` (an offset, no documents, what is not merged).
    package static func merge(
        _ sources: [(path: String, offset: UInt32)], into path: String, synchronous: Bool = true
    ) throws(XapianError) {
        try PinnedStrings.with(sources.map(\.path)) { pinned throws(XapianError) in
            let given = zip(pinned, sources).map {
                cglassbulk_source(path: $0.baseAddress, path_size: $0.count, offset: $1.offset)
            }
            try call { cglassbulk_merge(given, given.count, path, path.utf8.count, synchronous, $0) }
        }
    }

    private static func call(_ function: (UnsafeMutablePointer<cglassbulk_error>) -> cglassbulk_status)
        throws(XapianError)
    {
        var error = cglassbulk_error()
        guard function(&error) == CGLASSBULK_OK else { throw XapianError(error) }
    }
}

@available(*, unavailable)
extension BulkDatabase: Sendable {}

extension XapianError {
    fileprivate init(_ error: cglassbulk_error) {
        let code: Code =
            switch error.status {
            case CGLASSBULK_INVALID_ARGUMENT: .invalidArgument
            case CGLASSBULK_SYSTEM, CGLASSBULK_TOO_LARGE: .database
            case CGLASSBULK_OUT_OF_MEMORY: .outOfMemory
            case CGLASSBULK_DAMAGED: .databaseCorrupt
            default: .internal
            }
        let message = withUnsafeBytes(of: error.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        let reason = error.system_error == 0 ? "" : ": " + String(cString: strerror(error.system_error))
        self.init(code: code, message: message + reason)
    }
}
