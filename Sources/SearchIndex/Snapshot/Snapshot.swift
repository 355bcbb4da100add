/// Everything that a query reads at one revision, save what stays on disk: immutable, shared by all searches.
struct Snapshot: Sendable {
    /// The database's revision that this belongs to; a search uses it with a database handle at that revision only.
    let revision: UInt64
    var columns: Columns
    /// The values of each facet field, in the order of `Field.facets`.
    var values: [ValueTable]
    /// The docids of all passages that exist.
    let live: PassageSet
    let articleCount: Int
    /// Mean of the passages' lengths, as Xapian computes it: total length / number of passages.
    let averageLength: Double
    /// Where the columns that this one grew from came from.
    let origin: ColumnOrigin

    /// The corrections of names that hold, and what they make of the names; nil when there are none. Columns and values
    /// are as corrections have them, save in what the writer goes on from.
    private(set) var corrections = CorrectionList()
    private(set) var names: CorrectedNames?

    /// The languages of the articles; none are forgotten when the last article of one goes.
    var languages = LanguageSet()

    /// Words that came since the index was opened.
    var words = WordLog()

    /// What searches work out of the above and share.
    private(set) var derived: Derived

    init(
        revision: UInt64, columns: Columns, values: [ValueTable], live: PassageSet, articleCount: Int,
        averageLength: Double, origin: ColumnOrigin
    ) {
        self.revision = revision
        self.columns = columns
        self.values = values
        self.live = live
        self.articleCount = articleCount
        self.averageLength = averageLength
        self.origin = origin
        derived = Derived(passages: live, lastDocid: columns.lastDocid)
    }

    var passageCount: Int { live.count }

    /// What term weights need of the index.
    var size: CollectionStatistics { CollectionStatistics(passages: passageCount, articles: articleCount) }

    /// Tells this state of the index from all others.
    var version: SnapshotVersion { SnapshotVersion(revision: revision, corrections: corrections.changes) }

    /// The same passages, with what `corrections` make of their names.
    func corrected(_ names: CorrectedNames?, _ corrections: CorrectionList) -> Snapshot {
        var snapshot = self
        snapshot.names = names
        snapshot.corrections = corrections
        snapshot.derived = Derived(passages: live, lastDocid: columns.lastDocid)
        return snapshot
    }
}
