/// The layout of a Dateline database: its version, and the keys of its metadata.
package enum Schema {
    /// Raised whenever an older database could not be read as it is.
    package static let version = 3

    /// Metadata: the schema's version in decimal.
    static let versionKey = Array("dateline.schema".utf8)
    /// Metadata: the next article ordinal.
    static let nextOrdinalKey = Array("dateline.next-ordinal".utf8)
    /// Metadata: the index's UUID, once its database is a merged one, which Xapian gives another.
    static let uuidKey = Array("dateline.uuid".utf8)
    /// Metadata: the languages that articles were ever stemmed in, a `LanguageSet`; none in an index from before there were
    /// others than English.
    static let languagesKey = Array("dateline.languages".utf8)
    /// Metadata: the table of spelling variants that the index's terms are made with, as it was read.
    static let spellingKey = Array("dateline.spelling".utf8)
    /// Metadata: what to add to Xapian's revision, which starts anew in a merged database; a `ByteWriter` integer.
    static let revisionBaseKey = Array("dateline.revision-base".utf8)
    /// Metadata: how many values each facet field has is the number of keys with this prefix.
    static let valuePrefix = Array("V".utf8)
    /// Metadata: the article records.
    static let articlePrefix = "A"

    /// Metadata: for each word of the index, folded but not stemmed, with the mark of its language, its term.
    static let wordPrefix = "W"

    /// Metadata: for each story with an article, the signature of the article that founded it.
    static let storyPrefix = Array("S".utf8)

    /// The metadata key of a story's record: big-endian, so that keys list in the order of numbers.
    static func storyKey(_ number: UInt32) -> [UInt8] {
        storyPrefix + withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    /// The story's number in such a key.
    static func story(ofKey key: [UInt8]) -> UInt32? {
        guard key.count == storyPrefix.count + 4 else { return nil }
        return key.dropFirst(storyPrefix.count).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The metadata key of a word, or of all words with a prefix.
    static func wordKey(_ folded: [UInt8]) -> [UInt8] { Term.bytes(prefix: wordPrefix, folded) }

    /// The metadata key of an article's record.
    static func articleKey(id: String) -> [UInt8] { Term.bytes(prefix: articlePrefix, id) }

    /// The metadata key of value number `id` of a facet field: big-endian, so that keys list in the order of ids.
    static func valueKey(facet: Int, id: UInt32) -> [UInt8] {
        valuePrefix + [UInt8(facet)] + withUnsafeBytes(of: id.bigEndian) { Array($0) }
    }
}
