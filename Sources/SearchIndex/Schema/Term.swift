import Corpus

/// Makes the bytes of index terms.
enum Term {
    /// Xapian's limit on a term is 245 bytes, where a zero byte counts twice; above this we hash.
    static let maxBytes = 240

    /// `prefix` followed by `value`; a term that would be too long is hashed, never cut, so that two long values
    /// with the same beginning stay apart.
    static func bytes(prefix: String, _ value: String) -> [UInt8] { bytes(prefix: prefix, Array(value.utf8)) }

    static func bytes(prefix: String, _ value: [UInt8]) -> [UInt8] {
        let zeros = value.count { $0 == 0 }
        if prefix.utf8.count + value.count + zeros <= maxBytes { return Array(prefix.utf8) + value }
        return Array(prefix.utf8) + Array("\u{1}\(StableHash(value.span))".utf8)
    }

    /// The term that all passages of an article share, and no others.
    static func article(id: String) -> [UInt8] { bytes(prefix: "Q", id) }
}
