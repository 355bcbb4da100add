import Corpus

/// Where a page of results ends: printed as `REVISION-OFFSET-FINGERPRINT`.
///
/// It holds good for the revision and the query that it was made for, so that pages always add up to the whole list.
struct Cursor: Equatable, LosslessStringConvertible {
    var revision: UInt64
    var offset: Int
    var fingerprint: String

    init(revision: UInt64, offset: Int, fingerprint: String) {
        self.revision = revision
        self.offset = offset
        self.fingerprint = fingerprint
    }

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let revision = UInt64(parts[0]), let offset = Int(parts[1]), offset >= 0 else {
            return nil
        }
        self.init(revision: revision, offset: offset, fingerprint: String(parts[2]))
    }

    var description: String { "\(revision)-\(offset)-\(fingerprint)" }

    /// What must be equal from page to page, in 12 hexadecimal digits.
    static func fingerprint(of parts: [String]) -> String {
        String(StableHash(parts.joined(separator: "\u{0}")).description.prefix(12))
    }

    /// The offset to go on from: 0 without a cursor.
    /// - Throws: `badQuery` for text that is no cursor or one of another query, `staleCursor` after a commit.
    static func offset(after text: String?, revision: UInt64, fingerprint: String) throws(SearchIndexError) -> Int {
        guard let text else { return 0 }
        guard let cursor = Cursor(text), cursor.fingerprint == fingerprint else {
            throw SearchIndexError(
                .badQuery, "the cursor does not belong to this query",
                hint: "give back `next` of the reply before, with the same query, filters, grouping and order")
        }
        guard cursor.revision == revision else {
            throw SearchIndexError(
                .staleCursor, "the index has changed since the cursor was made", hint: "begin again without a cursor")
        }
        return cursor.offset
    }
}
