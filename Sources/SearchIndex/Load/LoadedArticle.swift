/// An article whose passages are in segments.
struct LoadedArticle: Sendable {
    /// The name of the file that it came in, for errors.
    var name: String?
    var id: String
    /// How many passages of the load come before its first.
    var position: Int
    var passages: Int
    /// Its encoded `ArticleRecord`, with a first docid that means nothing yet.
    var record: [UInt8]

    /// Its record, for when the load's first passage has the docid `first`.
    func record(firstOfLoad first: UInt32) throws(SearchIndexError) -> ArticleRecord {
        var decoded = try ArticleRecord(decoding: record)
        decoded.firstDocid = first + UInt32(position)
        return decoded
    }
}
