internal import CXapian

/// Walks terms, metadata keys or spelling words in byte order.
///
///     let cursor = try database.terms(prefix: Array("XP".utf8))
///     while let entry = try cursor.next() { … }
///
/// Confined to its database's thread. Not to be used after the database was reopened or written to. After an error it
/// is of no use.
package final class TermCursor {
    /// One step of the walk.
    package struct Entry: Equatable, Sendable {
        /// The whole term, key or word, prefix included.
        package var bytes: [UInt8]
        /// Number of documents of a term; wdf of a document's term; frequency of a spelling word; 0 for a metadata key.
        package var number: UInt32
    }

    private let handle: OpaquePointer

    init(database: Database, kind: cxapian_terms_kind, prefix: [UInt8]) throws(XapianError) {
        handle = try Shim.handle { cxapian_terms_open(database.handle, kind, prefix, prefix.count, $0, $1) }
    }

    init(database: Database, docid: UInt32) throws(XapianError) {
        handle = try Shim.handle { cxapian_terms_open_document(database.handle, docid, $0, $1) }
    }

    deinit {
        cxapian_terms_free(handle)
    }

    /// The next entry; nil at the end.
    /// - Throws: what reading throws (see `Database`).
    package func next() throws(XapianError) -> Entry? {
        var bytes: UnsafePointer<CChar>?
        var size = 0
        var number: UInt32 = 0
        try Shim.call { cxapian_terms_next(handle, &bytes, &size, &number, $0) }
        return bytes.map { Entry(bytes: [UInt8](UnsafeRawBufferPointer(start: $0, count: size)), number: number) }
    }

    /// Moves to before the first entry that is `term` or comes after it; never backwards.
    /// - Throws: what reading throws (see `Database`).
    package func skip(to term: [UInt8]) throws(XapianError) {
        try Shim.call { cxapian_terms_skip_to(handle, term, term.count, $0) }
    }
}

@available(*, unavailable)
extension TermCursor: Sendable {}
