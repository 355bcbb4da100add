/// What a document is put into: a `Document` of Xapian's, or the one that a `BulkDatabase` is at.
package protocol DocumentTarget {
    /// Sets the document data, once.
    func setData(_ data: [UInt8]) throws(XapianError)
    /// Sets the value of a slot; an empty one is none.
    func setValue(_ value: [UInt8], slot: UInt32) throws(XapianError)
    /// Adds an occurrence of a term at a position.
    func addPosting(_ term: [UInt8], position: UInt32) throws(XapianError)
    /// Adds a term that filters and does not count in the document's length.
    func addBooleanTerm(_ term: [UInt8]) throws(XapianError)
}

extension Document: DocumentTarget {
    package func addPosting(_ term: [UInt8], position: UInt32) throws(XapianError) {
        try addPosting(term, position: position, wdf: 1)
    }
}
