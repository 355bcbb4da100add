internal import CXapian

/// Facts about the engine itself.
package enum XapianLibrary {
    /// The version of the Xapian library in use, such as `1.4.22`.
    package static var version: String { String(cString: cxapian_version()) }

    /// The most bytes a term may have, a NUL byte counting twice.
    package static let longestTerm = 245

    /// Whether a term can be stored: not empty and not too long. Others are refused by `Document`; hash them.
    package static func canStore(_ term: [UInt8]) -> Bool {
        guard !term.isEmpty, term.count <= longestTerm else { return false }
        return term.count <= longestTerm / 2 || term.count + term.count { $0 == 0 } <= longestTerm
    }
}
