/// What all searches of an index share of what they have read.
struct SearchCaches: Sendable {
    /// Decoded posting lists, by term.
    let postings: RevisionCache<[UInt8], Postings>
    /// The passages of terms that many have, by term, as filters need them.
    let bits: RevisionCache<[UInt8], DenseBits>
    /// Stored passages with their articles, by docid.
    let passages: RevisionCache<UInt32, StoredPassage>
    /// The words of the index.
    let words = WordTables()
    /// The names of its entities.
    let names = NameTables()

    /// - Parameters: `postingBytes` and `passageBytes` are what lists and passages may hold; bits get an eighth of
    ///   the lists' share.
    init(postingBytes: Int, passageBytes: Int) {
        postings = RevisionCache(budget: postingBytes)
        bits = RevisionCache(budget: postingBytes / 8)
        passages = RevisionCache(budget: passageBytes)
    }

    /// How each has served, by name.
    var statistics: [String: CacheStatistics] {
        [
            "postings": postings.statistics, "filters": bits.statistics, "passages": passages.statistics,
        ]
    }
}
