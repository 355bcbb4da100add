/// The flat columns of an index: for each docid what ranking, filters and facets ask of every match.
struct Columns: Sendable {
    /// The sum of the passage's within-document frequencies: Xapian's document length.
    private(set) var length = Column<UInt32>()
    /// Terms of the passage's article, as `Ranking` counts them.
    private(set) var articleLength = Column<UInt32>()
    /// The number of the passage's article.
    private(set) var article = Column<UInt32>()
    /// The number of its article's story: the ordinal of the article that founded that.
    private(set) var story = Column<UInt32>()
    /// The article's date as `YYYYMMDD`, 0 without one.
    private(set) var date = Column<UInt32>()
    /// The docids of the passages that have been removed, in the order in which they were; not by docid.
    private(set) var removed = Column<UInt32>()
    /// The values of each facet field, in the order of `Field.facets`.
    private(set) var facets = [IDColumn](repeating: IDColumn(), count: Field.facets.count)

    init() {}

    init(from source: ColumnSource) throws(ColumnFault) {
        length = try source.column("length")
        articleLength = try source.column("article-length")
        article = try source.column("article")
        story = try source.column("story")
        date = try source.column("date")
        removed = try source.column("removed")
        for field in Field.facets.indices {
            facets[field] = try IDColumn(from: source, named: Field.facets[field].name)
        }
    }

    /// The docids of all passages that exist: those with a row, without the removed ones.
    var live: PassageSet {
        let all = PassageSet(range: 1..<lastDocid + 1)
        return removed.count == 0 ? all : all.subtracting(PassageSet(removed.withElements(Array.init)))
    }

    /// The highest docid with a row.
    var lastDocid: UInt32 { UInt32(max(length.count, 1) - 1) }

    /// Adds the row of `docid`, which must lie above every docid added before.
    mutating func append(docid: UInt32, _ row: PassageRow, article: UInt32, story: UInt32, date: UInt32) {
        length.pad(to: Int(docid), with: 0)
        articleLength.pad(to: Int(docid), with: 0)
        self.article.pad(to: Int(docid), with: 0)
        self.story.pad(to: Int(docid), with: 0)
        self.date.pad(to: Int(docid), with: 0)
        length.append(row.length)
        articleLength.append(row.articleLength)
        self.article.append(article)
        self.story.append(story)
        self.date.append(date)
        for facet in facets.indices { append(values: row.values[facet], of: docid, facet: facet) }
    }

    /// Adds rows for all docids from 0, without facet values; the lists have one element a docid.
    mutating func appendRows(
        lengths: [UInt32], articleLengths: [UInt32], articles: [UInt32], stories: [UInt32], dates: [UInt32]
    ) {
        articleLengths.withUnsafeBufferPointer { articleLength.append(contentsOf: $0) }
        lengths.withUnsafeBufferPointer { length.append(contentsOf: $0) }
        articles.withUnsafeBufferPointer { article.append(contentsOf: $0) }
        stories.withUnsafeBufferPointer { story.append(contentsOf: $0) }
        dates.withUnsafeBufferPointer { date.append(contentsOf: $0) }
    }

    /// The same with another column for one facet field.
    func replacing(facet: Int, with column: IDColumn) -> Columns {
        var columns = self
        columns.facets[facet] = column
        return columns
    }

    /// Notes that a passage exists no more. Its row stays.
    mutating func remove(docid: UInt32) { removed.append(docid) }

    /// Sets the values of one facet field for `docid`, which must lie above every docid that has some.
    mutating func append(values: [UInt32], of docid: UInt32, facet: Int) {
        if !values.isEmpty { facets[facet].append(docid: docid, ids: values) }
    }

    /// Bytes of memory held.
    var byteCount: Int {
        length.byteCount + articleLength.byteCount + article.byteCount + story.byteCount + date.byteCount
            + removed.byteCount
            + facets.reduce(0) { $0 + $1.byteCount }
    }
}
