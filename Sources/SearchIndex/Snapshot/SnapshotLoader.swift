import XapianKit

/// Finds the first snapshot of an opened database: in its mapped columns, or else in its value slots.
enum SnapshotLoader {
    /// - Throws: `SearchIndexError.corrupt` for values that do not read back, `.storage`.
    static func load(_ reader: IndexReader, _ folder: ColumnFolder) throws(SearchIndexError) -> Snapshot {
        let statistics = try reader.statistics()
        var snapshot = try columns(reader, folder, statistics)
        snapshot.languages = try LanguageSet(decoding: try reader.metadata(Schema.languagesKey))
        // What was written before there were other languages.
        if snapshot.languages == LanguageSet(), statistics.lastDocid > 0 { snapshot.languages = .english }
        return snapshot
    }

    private static func columns(_ reader: IndexReader, _ folder: ColumnFolder, _ statistics: Statistics)
        throws(SearchIndexError) -> Snapshot
    {
        let reason: ColumnFault
        do { return try folder.snapshot(uuid: reader.uuid, statistics) } catch { reason = error }
        let snapshot = try rebuilt(reader, statistics, in: folder, because: reason.description)
        folder.stamp(snapshot, uuid: reader.uuid)
        return snapshot
    }

    private static func rebuilt(
        _ reader: IndexReader, _ statistics: Statistics, in folder: ColumnFolder, because reason: String
    ) throws(SearchIndexError) -> Snapshot {
        let rows = try reader.rows(statistics)
        var (columns, values) = folder.makeEmpty()
        var lengths = [UInt32](repeating: 0, count: rows)
        var next: UInt32 = 1
        var isSound = true
        try reader.forEachLength { docid, length in
            guard Int(docid) < rows, docid >= next else {
                isSound = false
                return
            }
            lengths[Int(docid)] = length
            while next < docid {
                columns.remove(docid: next)
                next += 1
            }
            next = docid + 1
        }
        guard isSound else { throw .corrupt("passages lie beyond the last one") }
        for docid in next..<max(next, UInt32(rows)) { columns.remove(docid: docid) }
        let none = [UInt32](repeating: 0, count: rows)
        let articles = try integers(reader, slot: Slot.article, into: none)
        let articleLengths = try integers(reader, slot: Slot.articleLength, into: none)
        // Only what is not the first of its story has a value.
        let stories = try integers(reader, slot: Slot.story, into: articles)
        var dates = [UInt32](repeating: 0, count: rows)
        try reader.forEachValue(slot: Slot.date) { docid, bytes throws(SearchIndexError) in
            guard let date = UInt32(String(decoding: bytes, as: UTF8.self)), Int(docid) < rows else {
                throw .corrupt("a date is no number, or of no passage")
            }
            dates[Int(docid)] = date
        }
        columns.appendRows(
            lengths: lengths, articleLengths: articleLengths, articles: articles, stories: stories, dates: dates)
        try readValues(reader, into: &values)
        for field in Field.facets {
            guard let facet = field.facet, let slot = field.slot else { continue }
            let names = values[facet].count
            try reader.forEachValue(slot: slot) { docid, bytes throws(SearchIndexError) in
                let ids = try PackedIDs.decode(bytes)
                guard Int(docid) < rows, ids.allSatisfy({ Int($0) < names }) else {
                    throw .corrupt("a passage has a value of \(field.name) that has no name")
                }
                columns.append(values: ids, of: docid, facet: facet)
            }
        }
        let live = columns.live
        return Snapshot(
            revision: statistics.revision, columns: columns, values: values, live: live,
            articleCount: ArticleCount.distinct(live, in: columns), averageLength: statistics.averageLength,
            origin: .rebuilt(because: reason))
    }

    /// The values of a slot, by docid; `absent` has what stands for those that are not there.
    private static func integers(_ reader: IndexReader, slot: UInt32, into absent: [UInt32]) throws(SearchIndexError)
        -> [UInt32]
    {
        var column = absent
        try reader.forEachValue(slot: slot) { docid, bytes throws(SearchIndexError) in
            var value = ByteReader(Array(bytes))
            guard Int(docid) < column.count else { throw .corrupt("a value is of no passage") }
            column[Int(docid)] = UInt32(try value.readCount())
        }
        return column
    }

    private static func readValues(_ reader: IndexReader, into tables: inout [ValueTable]) throws(SearchIndexError) {
        for facet in tables.indices {
            // Keys list in the order of ids, because these are written big-endian.
            for key in try reader.metadataKeys(prefix: Schema.valuePrefix + [UInt8(facet)]) {
                guard key == Schema.valueKey(facet: facet, id: UInt32(tables[facet].count)) else {
                    throw .corrupt("the values of \(Field.facets[facet].name) have a gap")
                }
                tables[facet].append(String(decoding: try reader.metadata(key), as: UTF8.self))
            }
        }
    }
}
