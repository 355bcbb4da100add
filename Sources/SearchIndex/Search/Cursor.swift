import Corpus

/// Where a page of results ends: printed as `REVISION-OFFSET-FINGERPRINT`, or with the place in the order of hits as
/// `REVISION-OFFSET-KEY-DOCID-FINGERPRINT`. The revision is one of the index and of the corrections of its names.
///
/// It holds good for the revision and the query that it was made for, so that pages always add up to the whole list.
struct Cursor: Equatable, LosslessStringConvertible {
    /// The last hit of a page. The next page holds what comes behind it, however far that is from the first hit.
    struct Position: Equatable, Sendable {
        private let key: Double
        private let docid: UInt32

        init(_ last: Ranked) {
            key = last.key
            docid = last.docid
        }

        fileprivate init?(key: Substring, docid: Substring) {
            guard let bits = UInt64(key, radix: 16), let docid = UInt32(docid) else { return nil }
            self.key = Double(bitPattern: bits)
            self.docid = docid
        }

        /// Whether `candidate` comes behind it.
        func precedes(_ candidate: Ranked) -> Bool {
            candidate.key != key ? candidate.key < key : candidate.docid > docid
        }

        fileprivate var text: String { "\(String(key.bitPattern, radix: 16))-\(docid)" }
    }

    var revision: SnapshotVersion
    /// How many results come before it.
    var offset: Int
    var position: Position?
    var fingerprint: String

    init(revision: SnapshotVersion, offset: Int, position: Position? = nil, fingerprint: String) {
        self.revision = revision
        self.offset = offset
        self.position = position
        self.fingerprint = fingerprint
    }

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 5, let revision = SnapshotVersion(String(parts[0])),
            let offset = UInt32(parts[1]).map({ Int($0) })
        else { return nil }
        self.init(revision: revision, offset: offset, fingerprint: String(parts[parts.count - 1]))
        if parts.count == 5 {
            guard let position = Position(key: parts[2], docid: parts[3]) else { return nil }
            self.position = position
        }
    }

    var description: String {
        "\(revision)-\(offset)-\(position.map { $0.text + "-" } ?? "")\(fingerprint)"
    }

    /// What must be equal from page to page, in 12 hexadecimal digits.
    static func fingerprint(of parts: [String]) -> String {
        String(StableHash(parts.joined(separator: "\u{0}")).description.prefix(12))
    }

    /// Where to go on from: offset 0 without a cursor.
    /// - Throws: `badQuery` for text that is no cursor or one of another query, `staleCursor` after a commit or a correction.
    static func start(after text: String?, revision: SnapshotVersion, fingerprint: String) throws(SearchIndexError)
        -> (offset: Int, position: Position?)
    {
        guard let text else { return (0, nil) }
        guard let cursor = Cursor(text), cursor.fingerprint == fingerprint else {
            throw SearchIndexError(
                .badQuery, "the cursor does not belong to this query",
                hint: "give back `next` of the reply before, with the same query, filters, grouping and order")
        }
        guard cursor.revision == revision else {
            throw SearchIndexError(
                .staleCursor, "the index has changed since the cursor was made", hint: "begin again without a cursor")
        }
        return (cursor.offset, cursor.position)
    }
}
