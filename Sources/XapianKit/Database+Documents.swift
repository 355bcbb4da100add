internal import CXapian

extension Database {
    /// The length of a document: the sum of its terms' wdf.
    /// - Throws: what reading throws; `.documentNotFound`, `.invalidArgument` (docid 0).
    package final func length(docid: UInt32) throws(XapianError) -> UInt32 {
        var length: UInt32 = 0
        try Shim.call { cxapian_database_length(handle, docid, &length, $0) }
        return length
    }

    /// The data of a document.
    /// - Throws: what reading throws; `.documentNotFound`, `.invalidArgument` (docid 0).
    package final func data(docid: UInt32) throws(XapianError) -> [UInt8] {
        try Shim.bytes { cxapian_database_data(handle, docid, $0, $1, $2) }
    }

    /// The value in a slot of a document; empty when there is none.
    /// - Throws: what reading throws; `.documentNotFound`, `.invalidArgument` (docid 0).
    package final func value(docid: UInt32, slot: UInt32) throws(XapianError) -> [UInt8] {
        try Shim.bytes { cxapian_database_value(handle, docid, slot, $0, $1, $2) }
    }

    /// The positions of a term in a document, ascending; none when the database knows no such pair.
    /// - Throws: what reading throws; `.invalidArgument` (docid 0).
    package final func positions(of term: [UInt8], docid: UInt32) throws(XapianError) -> [UInt32] {
        var positions: UnsafePointer<UInt32>?
        var count = 0
        try Shim.call { cxapian_database_positions(handle, docid, term, term.count, &positions, &count, $0) }
        return [UInt32](UnsafeBufferPointer(start: positions, count: count))
    }

    /// User metadata under a key; empty when there is none.
    /// - Throws: what reading throws; `.invalidArgument` (empty key).
    package final func metadata(_ key: [UInt8]) throws(XapianError) -> [UInt8] {
        try Shim.bytes { cxapian_database_metadata(handle, key, key.count, $0, $1, $2) }
    }

    /// The keys of user metadata that start with a prefix, in byte order.
    /// - Throws: what reading throws.
    package final func metadataKeys(prefix: [UInt8] = []) throws(XapianError) -> TermCursor {
        try TermCursor(database: self, kind: CXAPIAN_TERMS_METADATA_KEYS, prefix: prefix)
    }
}
