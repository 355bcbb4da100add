/// The lists that searches share: as the database has them, and as scoring by articles needs them, within one budget of
/// bytes. Which of the two a load of queries asks for more has more of it.
struct ListCache: Sendable {
    private enum Key: Hashable, Sendable {
        case postings([UInt8])
        case scored([UInt8])
    }

    private enum List: RevisionCacheable {
        case postings(Postings)
        case scored(TermPostings)

        var byteCount: Int {
            switch self {
            case .postings(let list): list.byteCount
            case .scored(let list): list.byteCount
            }
        }
    }

    private let lists: RevisionCache<Key, List>

    /// - Parameter budget: bytes to keep at most.
    init(budget: Int) { lists = RevisionCache(budget: budget) }

    var statistics: CacheStatistics { lists.statistics }

    /// The postings of a term, or nil.
    func postings(_ term: [UInt8], revision: SnapshotVersion) -> Postings? {
        if case .postings(let list)? = lists.value(.postings(term), revision: revision) { list } else { nil }
    }

    /// What scoring by articles needs of the terms that `key` stands for (`PlanCompiler.key`), or nil.
    func scored(_ key: [UInt8], revision: SnapshotVersion) -> TermPostings? {
        if case .scored(let list)? = lists.value(.scored(key), revision: revision) { list } else { nil }
    }

    func keep(_ list: Postings, for term: [UInt8], revision: SnapshotVersion) {
        lists.keep(.postings(list), for: .postings(term), revision: revision)
    }

    func keep(_ list: TermPostings, for key: [UInt8], revision: SnapshotVersion) {
        lists.keep(.scored(list), for: .scored(key), revision: revision)
    }
}
