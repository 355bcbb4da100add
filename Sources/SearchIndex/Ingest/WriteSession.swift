import Corpus
import XapianKit

/// An open database for writing and the snapshot that goes with it. After a failed commit, drop it and open another.
///
/// Not Sendable: it belongs to the writer's thread. Everything here blocks.
final class WriteSession {
    private let database: WritableDatabase
    private let reader: IndexReader
    private let columns: ColumnFolder
    private let builder: DocumentBuilder
    private var nextOrdinal: UInt32
    private(set) var snapshot: Snapshot

    /// Opens the database in the folder `path`, and makes it where there is none; `columns` is the folder of its columns.
    init(path: String, columns: String) throws(SearchIndexError) {
        database = try SearchIndexError.translating { () throws(XapianError) in
            try WritableDatabase(path: path, mode: .createOrOpen)
        }
        reader = try IndexReader(database)
        try Self.checkSchema(database, reader)
        self.columns = ColumnFolder(path: columns)
        snapshot = try SnapshotLoader.load(reader, self.columns)
        builder = try DocumentBuilder(values: snapshot.values)
        var stored = ByteReader(try reader.metadata(Schema.nextOrdinalKey))
        nextOrdinal = stored.isAtEnd ? 0 : UInt32(truncatingIfNeeded: try stored.readCount())
    }

    /// Makes all of `changes` in one transaction and moves the snapshot on. Throws when none was made.
    func commit(_ changes: [Change]) throws(SearchIndexError) -> [ChangeOutcome] {
        try SearchIndexError.translating { () throws(XapianError) in try database.beginTransaction() }
        var draft = Draft(snapshot)
        var outcomes: [ChangeOutcome] = []
        for change in changes {
            switch change {
            case .put(let article): outcomes.append(.ingested(try put(article, &draft)))
            case .delete(let id): outcomes.append(.deleted(existed: try remove(id: id, &draft) != nil))
            }
        }
        if !draft.isEmpty { try storeTables() }
        try SearchIndexError.translating { () throws(XapianError) in try database.commitTransaction() }
        if !draft.isEmpty {
            snapshot = draft.snapshot(values: builder.values, try reader.statistics())
            columns.stamp(snapshot, uuid: reader.uuid)
        }
        return outcomes
    }

    func close() {
        // An error here has nothing left to lose: everything acknowledged was committed before.
        try? database.close()
    }

    private func put(_ article: PreparedArticle, _ draft: inout Draft) throws(SearchIndexError) -> IngestOutcome {
        let known = try reader.article(id: article.article.id)
        if let known, known.contentHash == article.contentHash { return .unchanged }
        _ = try remove(id: article.article.id, &draft)

        let ordinal = nextOrdinal
        nextOrdinal += 1
        var firstDocid: UInt32?
        for passage in article.passages {
            let built = try builder.build(passage, of: article, ordinal: ordinal)
            let docid = try SearchIndexError.translating { () throws(XapianError) in try database.add(built.document) }
            firstDocid = firstDocid ?? docid
            draft.add(docid: docid, built, ordinal: ordinal, date: article.article.date?.yyyymmdd ?? 0)
        }
        draft.articleCount += 1
        let record = ArticleRecord(
            article: article.article, contentHash: article.contentHash, ordinal: ordinal, firstDocid: firstDocid ?? 0,
            passages: article.passages.map { $0.record.start..<$0.record.start + $0.record.text.utf8.count })
        try set(record.encoded, for: Schema.articleKey(id: article.article.id))
        for (word, term) in article.newWords {
            let key = Schema.wordKey(word)
            if try reader.metadata(key) != term { try set(term, for: key) }
        }
        return known == nil ? .added(passages: article.passages.count) : .replaced(passages: article.passages.count)
    }

    /// Takes an article out; nil when there is none.
    private func remove(id: String, _ draft: inout Draft) throws(SearchIndexError) -> ArticleRecord? {
        guard let record = try reader.article(id: id) else { return nil }
        for docid in record.docids {
            try SearchIndexError.translating { () throws(XapianError) in try database.delete(docid: docid) }
            draft.remove(docid: docid)
        }
        draft.articleCount -= 1
        try set([], for: Schema.articleKey(id: id))
        return record
    }

    private func storeTables() throws(SearchIndexError) {
        for value in builder.takeNewValues() {
            try set(Array(value.name.utf8), for: Schema.valueKey(facet: value.facet, id: value.id))
        }
        var ordinal = ByteWriter()
        ordinal.write(UInt64(nextOrdinal))
        try set(ordinal.bytes, for: Schema.nextOrdinalKey)
    }

    private func set(_ value: [UInt8], for key: [UInt8]) throws(SearchIndexError) {
        try SearchIndexError.translating { () throws(XapianError) in try database.setMetadata(value, for: key) }
    }

    /// Marks a new database as ours, and refuses one that is not.
    private static func checkSchema(_ database: WritableDatabase, _ reader: IndexReader) throws(SearchIndexError) {
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
            try database.commit()
        }
    }
}
