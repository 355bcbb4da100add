internal import CXapian

extension Database {
    /// Number of documents with a term; 0 when it is unknown, all documents for the empty term.
    /// - Throws: what reading throws.
    package final func termFrequency(_ term: [UInt8]) throws(XapianError) -> UInt32 {
        var frequency: UInt32 = 0
        try Shim.call { cxapian_database_frequency(handle, term, term.count, &frequency, nil, $0) }
        return frequency
    }

    /// Number of occurrences of a term: the sum of its wdf over all documents.
    /// - Throws: what reading throws.
    package final func collectionFrequency(_ term: [UInt8]) throws(XapianError) -> UInt32 {
        var frequency: UInt32 = 0
        try Shim.call { cxapian_database_frequency(handle, term, term.count, nil, &frequency, $0) }
        return frequency
    }

    /// The documents of a term, ascending; all documents, each with wdf 1, for the empty term; none for an unknown one.
    /// - Throws: what reading throws.
    package final func postings(_ term: [UInt8]) throws(XapianError) -> PostingCursor {
        try PostingCursor(database: self, term: term)
    }

    /// All documents with their lengths, ascending.
    /// - Throws: what reading throws.
    package final func lengths() throws(XapianError) -> LengthCursor {
        try LengthCursor(database: self)
    }

    /// The documents that have a value in a slot, ascending.
    /// - Throws: what reading throws.
    package final func values(slot: UInt32) throws(XapianError) -> ValueCursor {
        try ValueCursor(database: self, slot: slot)
    }

    /// The terms that start with a prefix, in byte order, each with the number of its documents.
    /// - Throws: what reading throws.
    package final func terms(prefix: [UInt8] = []) throws(XapianError) -> TermCursor {
        try TermCursor(database: self, kind: CXAPIAN_TERMS_ALL, prefix: prefix)
    }

    /// The terms of one document, in byte order, each with its wdf.
    /// - Throws: what reading throws; `.documentNotFound`, `.invalidArgument` (docid 0).
    package final func terms(docid: UInt32) throws(XapianError) -> TermCursor {
        try TermCursor(database: self, docid: docid)
    }

    /// The words that spelling suggestions come from, in byte order, each with its frequency.
    /// - Throws: what reading throws.
    package final func spellings() throws(XapianError) -> TermCursor {
        try TermCursor(database: self, kind: CXAPIAN_TERMS_SPELLINGS, prefix: [])
    }

    /// The spelling word nearest to a word, at most so many edits away (one character inserted, deleted or changed, or
    /// two neighbours swapped); nil when there is none, or when the word itself is a spelling word.
    /// - Throws: what reading throws.
    package final func spellingSuggestion(for word: String, maxEdits: Int = 2) throws(XapianError) -> String? {
        let edits = UInt32(clamping: maxEdits)
        let bytes = try Shim.bytes {
            cxapian_database_suggestion(handle, word, word.utf8.count, edits, $0, $1, $2)
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
