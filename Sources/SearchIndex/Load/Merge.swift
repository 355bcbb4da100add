import Corpus
import XapianKit

/// Makes one database of the live one and a load's segments, beside the live one, on the writer's thread.
///
/// The live passages keep their docids; those of the load follow above every docid that was ever used. Nothing is done
/// to the live database, and a merge that fails or is cut off leaves only scratch files.
struct Merge {
    let session: WriteSession
    let load: PendingLoad
    let resolution: LoadResolution
    let folder: LoadFolder

    /// The merged database, synced and closed, and its snapshot.
    struct Merged {
        var path: String
        var snapshot: Snapshot
    }

    /// The docid of the load's first passage.
    private var first: UInt32 { session.snapshot.columns.lastDocid + 1 }

    /// - Throws: `storage` above all; `corrupt` when the live database is damaged, or passages were numbered otherwise.
    func run() throws(SearchIndexError) -> Merged {
        let path = folder.newPath("merged")
        let fillers: Set<UInt32>
        if folder.isBulk {
            try mergeWhole(to: path)
            fillers = []
        } else {
            fillers = try compact(to: path)
        }
        let database = try WritableDatabase.opened(path, .open, synchronous: false)
        let counted = try SearchIndexError.translating { () throws(XapianError) in try database.statistics() }
        guard counted.lastDocid == first + UInt32(load.passages) - 1,
            Int(counted.documentCount) == session.snapshot.passageCount + load.passages + fillers.count
        else { throw .corrupt("a merge has not the passages that went into it") }

        var draft = Draft(session.snapshot)
        try addRows(to: &draft)
        try delete(fillers, from: database, &draft)
        let base = try session.statistics().revision
        let values = try writeMetadata(to: database, revisionBase: base, draft.languages)
        var statistics = try SearchIndexError.translating { () throws(XapianError) in
            try database.commit()
            let statistics = try database.statistics()
            try database.close()
            try Maintenance.sync(folder: path)
            return statistics
        }
        statistics.revision += base
        var snapshot = draft.snapshot(values: values, statistics)
        // What the segments brought is in no log.
        snapshot.words.restart()
        return Merged(path: path, snapshot: snapshot)
    }

    private func mergeWhole(to path: String) throws(SearchIndexError) {
        let sources = [(path: session.path, offset: 0)] + load.segments.placed(after: first - 1)
        try SearchIndexError.translating { () throws(XapianError) in
            try BulkDatabase.merge(sources, into: path, synchronous: false)
        }
    }

    /// Has Xapian compact the live database and the segments, with fillers where the live one's docids begin late or
    /// end early.
    /// - Returns: the docids of the fillers' documents.
    private func compact(to path: String) throws(SearchIndexError) -> Set<UInt32> {
        let used = session.snapshot.live.bounds
        var fillers: Set<UInt32> = []
        var sources: [String] = []
        func fill(_ docids: Range<UInt32>) throws(SearchIndexError) {
            if docids.isEmpty { return }
            sources.append(folder.newPath("filler"))
            fillers.formUnion(try Filler.write(sources[sources.count - 1], for: docids))
        }
        try fill(1..<(used?.lowerBound ?? 1))
        sources.append(session.path)
        try fill((used?.upperBound ?? 0) + 1..<first)
        sources += load.segments.map(\.path)
        try SearchIndexError.translating { () throws(XapianError) in
            try Maintenance.compact(sources: sources, destination: path, renumber: true)
        }
        return fillers
    }

    private func addRows(to draft: inout Draft) throws(SearchIndexError) {
        draft.articleCount += resolution.newArticles
        var batches = load.rows.makeIterator()
        var rows = batches.next()?.reader
        for article in load.articles {
            let record = try article.record(firstOfLoad: first)
            draft.languages.insert(record.stemming)
            for docid in record.docids {
                while rows?.isAtEnd == true { rows = batches.next()?.reader }
                guard let row = try rows?.next() else { throw .corrupt("a load has fewer rows than passages") }
                draft.add(
                    docid: docid, row, ordinal: record.ordinal, story: record.story, date: record.date?.yyyymmdd ?? 0)
            }
        }
    }

    /// Deletes the fillers, what articles of the load replace, and articles of the load that do not stay.
    private func delete(_ fillers: Set<UInt32>, from database: WritableDatabase, _ draft: inout Draft)
        throws(SearchIndexError)
    {
        var docids = resolution.replaced.flatMap { $0 }
        for (article, stays) in zip(load.articles, resolution.stays) where !stays {
            docids += (0..<article.passages).map { first + UInt32(article.position + $0) }
        }
        for docid in docids { draft.remove(docid: docid) }
        try SearchIndexError.translating { () throws(XapianError) in
            for docid in docids + fillers { try database.delete(docid: docid) }
        }
    }

    /// Writes the articles' records, the values' names and what the index is known by.
    /// - Returns: the values, with the new ones.
    private func writeMetadata(to database: WritableDatabase, revisionBase: UInt64, _ languages: LanguageSet)
        throws(SearchIndexError) -> [ValueTable]
    {
        func set(_ value: [UInt8], _ key: [UInt8]) throws(SearchIndexError) {
            try SearchIndexError.translating { () throws(XapianError) in try database.setMetadata(value, for: key) }
        }
        // In the order of the keys, so that each block of the table is written once.
        let staying = resolution.stays.indices.filter { resolution.stays[$0] }
        var joined: [UInt32] = []
        for index in staying.sorted(by: { load.articles[$0].id < load.articles[$1].id }) {
            let record = try load.articles[index].record(firstOfLoad: first)
            try set(record.encoded, Schema.articleKey(id: record.id))
            joined.append(record.story)
        }
        for (key, record) in try session.storyRecords(joined: joined, left: resolution.left) { try set(record, key) }
        let values = try session.storeTables(set)
        try set(languages.encoded, Schema.languagesKey)
        var base = ByteWriter()
        base.write(revisionBase)
        try set(base.bytes, Schema.revisionBaseKey)
        try set(Array(session.uuid.utf8), Schema.uuidKey)
        return values
    }
}
