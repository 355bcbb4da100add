import Corpus
import XapianKit

/// An open database for writing and the snapshot that goes with it. After a failed commit, drop it and open another.
///
/// Not Sendable: it belongs to the writer's thread. Everything here blocks.
final class WriteSession {
    private let database: WritableDatabase
    let reader: IndexReader
    private let columns: ColumnFolder
    private let builder: DocumentBuilder
    /// The database's folder.
    let path: String
    let numbering: Numbering
    private(set) var snapshot: Snapshot
    /// Words that the open transaction brings into the database for the first time.
    private var newWords: [[UInt8]] = []
    /// The table of spelling variants that the index was made with.
    let spelling: String

    /// Opens the database in the folder `path`, and makes it where there is none; `columns` is the folder of its columns.
    /// - Parameters: `numbering` is that of the session before, if there was one in this process; `spelling` the table of
    ///   spelling variants that a new database is made with.
    init(path: String, columns: String, numbering: Numbering?, spelling: String) throws(SearchIndexError) {
        self.path = path
        database = try .opened(path, .createOrOpen)
        reader = try IndexReader(database)
        try Self.checkSchema(database, reader, spelling: spelling)
        // The folder of a new database, and what a commit before this one may have left unsynced.
        for folder in [path, path + "/.."] { try FolderSync.run(folder) }
        self.spelling = String(decoding: try reader.metadata(Schema.spellingKey), as: UTF8.self)
        self.columns = ColumnFolder(path: columns)
        snapshot = try SnapshotLoader.load(reader, self.columns)
        var stored = ByteReader(try reader.metadata(Schema.nextOrdinalKey))
        let nextOrdinal = stored.isAtEnd ? 0 : UInt32(truncatingIfNeeded: try stored.readCount())
        self.numbering =
            numbering
            ?? Numbering(values: ValueNumbers(snapshot.values), ordinals: ArticleOrdinals(next: nextOrdinal))
        builder = try DocumentBuilder(numbers: self.numbering.values)
    }

    /// Opens the database that a merge has put in the place of that of `other`, which is closed.
    init(replacing other: WriteSession, snapshot: Snapshot) throws(SearchIndexError) {
        path = other.path
        database = try .opened(other.path, .open)
        reader = try IndexReader(database)
        columns = other.columns
        numbering = other.numbering
        spelling = other.spelling
        builder = try DocumentBuilder(numbers: numbering.values)
        self.snapshot = snapshot
        moveOn(to: snapshot)
    }

    /// The index's UUID.
    var uuid: String { reader.uuid }

    /// What the database holds now, pending changes included.
    func statistics() throws(SearchIndexError) -> Statistics { try reader.statistics() }

    /// What becomes of a load's articles beside those that are here.
    func resolution(of load: PendingLoad) throws(SearchIndexError) -> LoadResolution {
        try LoadResolution(load, live: reader)
    }

    /// Makes all of `changes` in one transaction and moves the snapshot on. Throws when none was made.
    func commit(_ changes: [Change]) throws(SearchIndexError) -> [ChangeOutcome] {
        try readStories()
        try beginTransaction()
        var draft = Draft(snapshot)
        var outcomes: [ChangeOutcome] = []
        for change in changes {
            switch change {
            case .put(let article): outcomes.append(.ingested(try put(article, &draft)))
            case .delete(let id): outcomes.append(.deleted(existed: try remove(id: id, &draft) != nil))
            }
        }
        try commit(draft)
        return outcomes
    }

    func beginTransaction() throws(SearchIndexError) {
        try SearchIndexError.translating { () throws(XapianError) in try database.beginTransaction() }
    }

    /// Commits the open transaction, and moves the snapshot on by `draft`.
    func commit(_ draft: Draft) throws(SearchIndexError) {
        let values = draft.isEmpty ? snapshot.values : try storeTables(set)
        for (key, record) in try storyRecords(joined: draft.joined, left: draft.left) { try set(record, key) }
        if draft.languages != snapshot.languages { try set(draft.languages.encoded, Schema.languagesKey) }
        try SearchIndexError.translating { () throws(XapianError) in try database.commitTransaction() }
        // It may be on the disk when this fails: whoever opens the database again finds out.
        try FolderSync.run(path)
        numbering.stories.leave(draft.left)
        if draft.isEmpty { return }
        var next = draft.snapshot(values: values, try reader.statistics())
        for word in newWords { next.words.append(word) }
        newWords = []
        moveOn(to: next)
    }

    func close() {
        // An error here has nothing left to lose: everything acknowledged was committed before.
        try? database.close()
    }

    private func put(_ article: PreparedArticle, _ draft: inout Draft) throws(SearchIndexError) -> IngestOutcome {
        let known = try reader.article(id: article.article.id)
        if let known, known.contentHash == article.contentHash { return .unchanged }
        _ = try remove(id: article.article.id, &draft)

        let ordinal = numbering.ordinals.take()
        let story = numbering.stories.story(of: article, ordinal: ordinal)
        var firstDocid: UInt32?
        for passage in article.passages {
            let built = try builder.build(passage, of: article, ordinal: ordinal, story: story)
            let docid = try SearchIndexError.translating { () throws(XapianError) in try database.add(built.document) }
            firstDocid = firstDocid ?? docid
            draft.add(
                docid: docid, built.row, ordinal: ordinal, story: story, date: article.article.date?.yyyymmdd ?? 0)
        }
        try put(article.record(ordinal: ordinal, story: story, firstDocid: firstDocid ?? 0), &draft)
        for (word, term) in article.newWords { try setWord(key: Schema.wordKey(word), term) }
        return known == nil ? .added(passages: article.passages.count) : .replaced(passages: article.passages.count)
    }

    /// Stores an article's record.
    func put(_ record: ArticleRecord, _ draft: inout Draft) throws(SearchIndexError) {
        draft.articleCount += 1
        draft.joined.append(record.story)
        if !record.passages.isEmpty { draft.languages.insert(record.stemming) }
        try set(record.encoded, Schema.articleKey(id: record.id))
    }

    /// Stores a word's term, under the word's key.
    func setWord(key: [UInt8], _ term: [UInt8]) throws(SearchIndexError) {
        let known = try reader.metadata(key)
        if known == term { return }
        try set(term, key)
        if known.isEmpty { newWords.append(Array(key.dropFirst(Schema.wordPrefix.utf8.count))) }
    }

    /// Adds a copy of the passage that `source` is at.
    func addCopy(from source: SegmentReader) throws(SearchIndexError) -> UInt32 {
        guard let (segment, docid) = source.current else { throw .corrupt("a segment is read before its beginning") }
        return try SearchIndexError.translating { () throws(XapianError) in
            try database.addCopy(of: docid, from: segment)
        }
    }

    /// Takes an article out; nil when there is none.
    func remove(id: String, _ draft: inout Draft) throws(SearchIndexError) -> ArticleRecord? {
        guard let record = try reader.article(id: id) else { return nil }
        for docid in record.docids {
            try SearchIndexError.translating { () throws(XapianError) in try database.delete(docid: docid) }
            draft.remove(docid: docid)
        }
        draft.articleCount -= 1
        draft.left.append(record.story)
        try set([], Schema.articleKey(id: id))
        return record
    }

    /// Stores, by calling `set`, the values numbered since the snapshot and the next ordinal. Gives all values.
    func storeTables(_ set: ([UInt8], [UInt8]) throws(SearchIndexError) -> Void) throws(SearchIndexError)
        -> [ValueTable]
    {
        var values = snapshot.values
        for (facet, names) in numbering.values.names(beyond: values).enumerated() {
            for name in names {
                try set(Array(name.utf8), Schema.valueKey(facet: facet, id: UInt32(values[facet].count)))
                values[facet].append(name)
            }
        }
        var ordinal = ByteWriter()
        ordinal.write(UInt64(numbering.ordinals.upperBound))
        try set(ordinal.bytes, Schema.nextOrdinalKey)
        return values
    }

    private func moveOn(to snapshot: Snapshot) {
        self.snapshot = snapshot
        numbering.values.forgetNames(in: snapshot.values)
        columns.stamp(snapshot, uuid: reader.uuid)
    }

    private func set(_ value: [UInt8], _ key: [UInt8]) throws(SearchIndexError) {
        try SearchIndexError.translating { () throws(XapianError) in try database.setMetadata(value, for: key) }
    }

    /// Marks a new database as ours, and refuses one that is not.
    private static func checkSchema(_ database: WritableDatabase, _ reader: IndexReader, spelling: String)
        throws(SearchIndexError)
    {
        let stored = String(decoding: try reader.metadata(Schema.versionKey), as: UTF8.self)
        if stored == String(Schema.version) { return }
        guard stored.isEmpty, try reader.statistics().lastDocid == 0 else {
            let what = stored.isEmpty ? "is no Dateline index" : "has schema version \(stored)"
            throw SearchIndexError(
                .wrongSchema, "the database \(what); this program needs version \(Schema.version)",
                hint: "give another --index, and index the articles into it")
        }
        try SearchIndexError.translating { () throws(XapianError) in
            try database.setMetadata(Array(String(Schema.version).utf8), for: Schema.versionKey)
            try database.setMetadata(Array(spelling.utf8), for: Schema.spellingKey)
            try database.commit()
        }
    }
}
