/// A query that is kept under a name and watched for.
package struct StandingQuery: Sendable {
    package var name: String
    /// The query as its owner wrote it, on one line; the index does not read it.
    package var text: String
    /// What it means; nil when it cannot be read any more, and then it finds nothing.
    package var query: SearchQuery?

    package init(name: String, text: String, query: SearchQuery?) {
        self.name = name
        self.text = text
        self.query = query
    }

    /// Whether a name may be one: letters, digits, `.`, `_` and `-`, a letter or digit first, at most 100.
    package static func isName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard let first = bytes.first, bytes.count <= 100, isLetterOrDigit(first) else { return false }
        let others = Array("._-".utf8)
        return bytes.allSatisfy { isLetterOrDigit($0) || others.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
