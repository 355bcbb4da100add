import XapianKit

/// The snapshot after a group of changes, while the group is being written.
struct Draft {
    private let base: Snapshot
    private var columns: Columns
    private var removed: [UInt32] = []
    private var firstAdded: UInt32?
    private var lastAdded: UInt32 = 0
    var articleCount: Int
    /// The story of each article that came, and of each that went.
    var joined: [UInt32] = []
    var left: [UInt32] = []
    var languages: LanguageSet

    init(_ base: Snapshot) {
        self.base = base
        columns = base.columns
        articleCount = base.articleCount
        languages = base.languages
    }

    /// Whether nothing has changed.
    var isEmpty: Bool { firstAdded == nil && removed.isEmpty }

    mutating func add(docid: UInt32, _ row: PassageRow, ordinal: UInt32, story: UInt32, date: UInt32) {
        columns.append(docid: docid, row, article: ordinal, story: story, date: date)
        firstAdded = firstAdded ?? docid
        lastAdded = docid
    }

    mutating func remove(docid: UInt32) {
        columns.remove(docid: docid)
        removed.append(docid)
    }

    /// The snapshot, once the group is committed.
    func snapshot(values: [ValueTable], _ statistics: Statistics) -> Snapshot {
        // Docids ascend without gaps within a group, for the writer adds nothing else.
        let added = firstAdded.map { $0..<lastAdded + 1 } ?? 0..<0
        var snapshot = Snapshot(
            revision: statistics.revision, columns: columns, values: values,
            live: base.live.updated(adding: added, removing: removed), articleCount: articleCount,
            averageLength: statistics.averageLength, origin: base.origin)
        snapshot.languages = languages
        snapshot.words = base.words
        return snapshot
    }
}
