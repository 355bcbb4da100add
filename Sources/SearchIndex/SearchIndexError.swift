/// What can go wrong in the index: what happened, and what to do about it.
///
/// Neither `message` nor `description` holds query or article text.
package struct SearchIndexError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A machine-readable reason; new ones may be added.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        /// The database could not be opened, read or written.
        package static let storage = Code(rawValue: "storage")
        /// Commits passed a reader by; handled inside by reading again, and never seen by a user.
        static let overtaken = Code(rawValue: "overtaken")
        /// The deadline passed, or whoever asked went away; handled inside, and never seen by a user.
        static let interrupted = Code(rawValue: "interrupted")
        /// A stored record or table does not read back.
        package static let corrupt = Code(rawValue: "corrupt")
        /// The folder holds a database of another schema version, or one that is not ours.
        package static let wrongSchema = Code(rawValue: "wrong_schema")
        /// Another process holds the index.
        package static let locked = Code(rawValue: "locked")
        /// A query asks for more than the limits allow, or for something that the index does not have.
        package static let badQuery = Code(rawValue: "bad_query")
        /// A gazetteer of the user's own cannot be used.
        package static let badGazetteer = Code(rawValue: "bad_gazetteer")
        /// The cursor belongs to an earlier revision of the index.
        package static let staleCursor = Code(rawValue: "stale_cursor")
        /// What a watch would go on from, or a search must be at, is not there any more.
        package static let stale = Code(rawValue: "stale")
        /// A correction of a name says nothing that could be done, or contradicts another.
        package static let badCorrection = Code(rawValue: "bad_correction")
        /// There is no such article.
        package static let notFound = Code(rawValue: "not_found")
        /// No such correction is in force.
        package static let noSuchCorrection = Code(rawValue: "no_such_correction")
        /// Too much is waiting already; the same request may succeed in a moment.
        package static let busy = Code(rawValue: "busy")
        /// The index is closing or not writable at the moment.
        package static let unavailable = Code(rawValue: "unavailable")
    }

    package var code: Code
    package var message: String
    package var hint: String?
    /// Of several corrections that were to be made, the place of the one at fault, from 1.
    package var number: Int?
    /// The correction at fault.
    var correction: Correction?

    package init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Corrections contradict each other.
    init(_ correction: Correction?, _ message: String, hint: String) {
        self.init(.badCorrection, message, hint: hint)
        self.correction = correction
    }

    package var description: String { "\(code.rawValue): \(message)" + (hint.map { " (\($0))" } ?? "") }

    static let interrupted = SearchIndexError(.interrupted, "the query was stopped")

    static func corrupt(_ message: String) -> SearchIndexError {
        SearchIndexError(
            .corrupt, message,
            hint: "dateline check, or datelined --check when it does not start, says where; restore a backup or index "
                + "the articles again")
    }
}
