/// What all searches of an index share of what they have read.
struct SearchCaches: Sendable {
    /// Decoded posting lists, by term.
    let postings: RevisionCache<[UInt8], Postings>
    /// Stored passages with their articles, by docid.
    let passages: RevisionCache<UInt32, StoredPassage>

    /// - Parameters: `postingBytes` and `passageBytes` are what each may hold.
    init(postingBytes: Int, passageBytes: Int) {
        postings = RevisionCache(budget: postingBytes)
        passages = RevisionCache(budget: passageBytes)
    }

    /// How each has served, by name.
    var statistics: [String: CacheStatistics] { ["postings": postings.statistics, "passages": passages.statistics] }
}
