import XapianKit

/// Builds the first snapshot of an opened database from its value slots.
enum SnapshotLoader {
    /// - Throws: `SearchIndexError.corrupt` for values that do not read back, `.storage`.
    static func load(_ reader: IndexReader) throws(SearchIndexError) -> Snapshot {
        let statistics = try reader.statistics()
        let rows = Int(statistics.lastDocid) + 1
        var lengths = [UInt32](repeating: 0, count: rows)
        var live: [UInt32] = []
        try reader.forEachLength { docid, length in
            lengths[Int(docid)] = length
            live.append(docid)
        }
        let articles = try integers(reader, slot: Slot.article, rows: rows)
        var dates = [UInt32](repeating: 0, count: rows)
        try reader.forEachValue(slot: Slot.date) { docid, bytes throws(SearchIndexError) in
            guard let date = UInt32(String(decoding: bytes, as: UTF8.self)) else {
                throw .corrupt("a date is no number")
            }
            dates[Int(docid)] = date
        }
        var columns = Columns()
        columns.appendRows(lengths: lengths, articles: articles, dates: dates)
        for field in Field.facets {
            guard let facet = field.facet, let slot = field.slot else { continue }
            try reader.forEachValue(slot: slot) { docid, bytes throws(SearchIndexError) in
                columns.append(values: try PackedIDs.decode(bytes), of: docid, facet: facet)
            }
        }
        let passages = PassageSet(live)
        return Snapshot(
            revision: statistics.revision, columns: columns, values: try values(reader), live: passages,
            articleCount: ArticleCount.distinct(passages, in: columns), averageLength: statistics.averageLength)
    }

    private static func integers(_ reader: IndexReader, slot: UInt32, rows: Int) throws(SearchIndexError) -> [UInt32] {
        var column = [UInt32](repeating: 0, count: rows)
        try reader.forEachValue(slot: slot) { docid, bytes throws(SearchIndexError) in
            var value = ByteReader(Array(bytes))
            column[Int(docid)] = UInt32(try value.readCount())
        }
        return column
    }

    private static func values(_ reader: IndexReader) throws(SearchIndexError) -> [ValueTable] {
        var tables: [ValueTable] = []
        for facet in Field.facets.indices {
            var table = ValueTable()
            // Keys list in the order of ids, because these are written big-endian.
            for key in try reader.metadataKeys(prefix: Schema.valuePrefix + [UInt8(facet)]) {
                guard key == Schema.valueKey(facet: facet, id: UInt32(table.count)) else {
                    throw .corrupt("the values of \(Field.facets[facet].name) have a gap")
                }
                table.append(String(decoding: try reader.metadata(key), as: UTF8.self))
            }
            tables.append(table)
        }
        return tables
    }
}
