internal import CXapian

/// An immutable query for Xapian's matcher.
///
///     let query = try XapianQuery.and([.term(Array("abraham".utf8)), .term(Array("accord".utf8))])
///
/// Confined to one thread: parts are shared between trees without locks.
package final class XapianQuery {
    let handle: OpaquePointer

    private init(handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        cxapian_query_free(handle)
    }

    /// Every document, with weight 0.
    /// - Throws: `.outOfMemory`.
    package static func all() throws(XapianError) -> XapianQuery {
        XapianQuery(handle: try Shim.handle { cxapian_query_all($0, $1) })
    }

    /// The documents of a term, which the query says `wqf` times; all documents for the empty term.
    /// - Throws: `.outOfMemory`.
    package static func term(_ term: [UInt8], wqf: UInt32 = 1) throws(XapianError) -> XapianQuery {
        XapianQuery(handle: try Shim.handle { cxapian_query_term(term, term.count, wqf, $0, $1) })
    }

    /// Documents that match every part; none without parts.
    /// - Throws: `.outOfMemory`.
    package static func and(_ parts: [XapianQuery]) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_AND, parts)
    }

    /// Documents that match some part.
    /// - Throws: `.outOfMemory`.
    package static func or(_ parts: [XapianQuery]) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_OR, parts)
    }

    /// Documents that match `part` and not `excluded`.
    /// - Throws: `.outOfMemory`.
    package static func andNot(_ part: XapianQuery, _ excluded: XapianQuery) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_AND_NOT, [part, excluded])
    }

    /// Documents that match `part`, with more weight where they match `maybe`.
    /// - Throws: `.outOfMemory`.
    package static func andMaybe(_ part: XapianQuery, _ maybe: XapianQuery) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_AND_MAYBE, [part, maybe])
    }

    /// Documents that match both, with the weight of `part` alone.
    /// - Throws: `.outOfMemory`.
    package static func filter(_ part: XapianQuery, by filter: XapianQuery) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_FILTER, [part, filter])
    }

    /// Documents with the parts in this order within `window` positions (nil: as many as parts). Parts are terms, or
    /// `or`s of terms.
    /// - Throws: `.outOfMemory`, `.unimplemented` (other parts).
    package static func phrase(_ parts: [XapianQuery], window: Int? = nil) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_PHRASE, parts, window: window)
    }

    /// The same in any order.
    /// - Throws: `.outOfMemory`, `.unimplemented` (other parts).
    package static func near(_ parts: [XapianQuery], window: Int? = nil) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_NEAR, parts, window: window)
    }

    /// Documents that match some part, weighted as if the parts were one term.
    /// - Throws: `.outOfMemory`.
    package static func synonym(_ parts: [XapianQuery]) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_SYNONYM, parts)
    }

    /// Documents that match some part, with the highest weight among those.
    /// - Throws: `.outOfMemory`.
    package static func maximum(_ parts: [XapianQuery]) throws(XapianError) -> XapianQuery {
        try compound(CXAPIAN_MAX, parts)
    }

    /// The same documents with their weight times `factor`.
    /// - Throws: `.outOfMemory`, `.invalidArgument` (negative, or not a number).
    package func scaled(by factor: Double) throws(XapianError) -> XapianQuery {
        XapianQuery(handle: try Shim.handle { cxapian_query_scaled(handle, factor, $0, $1) })
    }

    private static func compound(
        _ op: cxapian_operator, _ parts: [XapianQuery], window: Int? = nil
    ) throws(XapianError) -> XapianQuery {
        let handles = parts.map { Optional($0.handle) }
        let window = UInt32(clamping: window ?? 0)
        // The handles' owners must outlive the call.
        let made = try withExtendedLifetime(parts) { () throws(XapianError) in
            try Shim.handle { cxapian_query_compound(op, handles, handles.count, window, $0, $1) }
        }
        return XapianQuery(handle: made)
    }
}

extension XapianQuery: CustomStringConvertible {
    /// Xapian's printable form, such as `Query((abraham AND accord))`. Quotes the terms.
    package var description: String {
        let bytes = try? Shim.bytes { cxapian_query_description(handle, $0, $1, $2) }
        return String(decoding: bytes ?? [], as: UTF8.self)
    }
}

@available(*, unavailable)
extension XapianQuery: Sendable {}
