/// What all searches of an index share of what they have read.
struct SearchCaches: Sendable {
    /// Decoded posting lists, and what scoring by articles needs of terms.
    let lists: ListCache
    /// How often terms stand in the index, by scope and term; stays when their postings must go.
    let frequencies: RevisionCache<[UInt8], TermStatistics>
    /// In how many passages' texts a term stands: what `frequencies` would need whole lists for.
    let counts: RevisionCache<[UInt8], TermStatistics>
    /// The terms of passages that gave feedback, by docid.
    let termCounts: RevisionCache<UInt32, TermCounts>
    /// The passages of terms that many have, by term, as filters need them.
    let bits: RevisionCache<[UInt8], DenseBits>
    /// Stored passages with their articles, by docid.
    let passages: RevisionCache<UInt32, StoredPassage>
    /// The words of the index.
    let words: WordTables
    /// The names of its entities.
    let names: NameTables

    /// - Parameters: `postingBytes` and `passageBytes` are what lists and passages may hold; bits get an eighth of
    ///   the lists' share, and what feedback reads a sixteenth each. `fewPassages` is as in `TableReading`.
    init(postingBytes: Int, passageBytes: Int, fewPassages: Int = 20_000) {
        words = WordTables(few: fewPassages)
        names = NameTables(few: fewPassages)
        lists = ListCache(budget: postingBytes)
        frequencies = RevisionCache(budget: postingBytes / 16)
        counts = RevisionCache(budget: postingBytes / 16)
        termCounts = RevisionCache(budget: postingBytes / 16)
        bits = RevisionCache(budget: postingBytes / 8)
        passages = RevisionCache(budget: passageBytes)
    }

    /// How each has served, by name.
    var statistics: [String: CacheStatistics] {
        [
            "postings": lists.statistics, "filters": bits.statistics, "passages": passages.statistics,
        ]
    }
}
