internal import CXapian

/// A Xapian document being built. Make one, and `clear()` it between documents.
///
/// Confined to one thread.
package final class Document {
    let handle: OpaquePointer

    /// An empty document.
    /// - Throws: `.outOfMemory`.
    package init() throws(XapianError) {
        handle = try Shim.handle { cxapian_document_new($0, $1) }
    }

    deinit {
        cxapian_document_free(handle)
    }

    /// Takes out everything.
    /// - Throws: `.outOfMemory`.
    package func clear() throws(XapianError) {
        try Shim.call { cxapian_document_clear(handle, $0) }
    }

    /// Sets the document data.
    /// - Throws: `.outOfMemory`.
    package func setData(_ data: [UInt8]) throws(XapianError) {
        try Shim.call { cxapian_document_set_data(handle, data, data.count, $0) }
    }

    /// Sets the value of a slot; an empty one takes it out.
    /// - Throws: `.outOfMemory`, `.invalidArgument` (slot `UInt32.max`).
    package func setValue(_ value: [UInt8], slot: UInt32) throws(XapianError) {
        try Shim.call { cxapian_document_set_value(handle, slot, value, value.count, $0) }
    }

    /// Adds `wdf` occurrences of a term at a position.
    /// - Throws: `.outOfMemory`, `.invalidArgument` (a term for which `XapianLibrary.canStore` is false).
    package func addPosting(_ term: [UInt8], position: UInt32, wdf: UInt32) throws(XapianError) {
        try Shim.call { cxapian_document_add_posting(handle, term, term.count, position, wdf, $0) }
    }

    /// Adds `wdf` occurrences of a term without a position.
    /// - Throws: `.outOfMemory`, `.invalidArgument` (a term for which `XapianLibrary.canStore` is false).
    package func addTerm(_ term: [UInt8], wdf: UInt32 = 1) throws(XapianError) {
        try Shim.call { cxapian_document_add_term(handle, term, term.count, wdf, $0) }
    }

    /// Adds a term that filters and does not count in the document's length: its wdf is 0.
    /// - Throws: `.outOfMemory`, `.invalidArgument` (a term for which `XapianLibrary.canStore` is false).
    package func addBooleanTerm(_ term: [UInt8]) throws(XapianError) {
        try addTerm(term, wdf: 0)
    }
}

@available(*, unavailable)
extension Document: Sendable {}
