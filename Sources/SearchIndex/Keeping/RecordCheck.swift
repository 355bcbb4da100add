import XapianKit

/// Whether the articles' records and the passages fit together: each record's passages are there and are of that
/// article, each passage is of an article, and all of them read back.
struct RecordCheck {
    private let reader: IndexReader
    private let rows: Int

    private static let postlist = "db/postlist.glass"
    private static let docdata = "db/docdata.glass"

    /// - Throws: `corrupt` when there cannot be so many passages.
    init(_ reader: IndexReader, _ statistics: Statistics) throws(SearchIndexError) {
        self.reader = reader
        rows = try reader.rows(statistics)
    }

    /// - Throws: what keeps it from looking at all.
    func run(_ report: inout CheckReport) throws(SearchIndexError) {
        // Of each docid its article's ordinal and one more; 0 where there is no passage.
        var owners = [UInt64](repeating: 0, count: rows)
        var outside = 0
        try reader.forEachLength { docid, _ in
            if Int(docid) < rows { owners[Int(docid)] = .max } else { outside += 1 }
        }
        report.passages = owners.count { $0 != 0 }
        try reader.forEachValue(slot: Slot.article) { docid, bytes throws(SearchIndexError) in
            var value = ByteReader(Array(bytes))
            if Int(docid) < rows, owners[Int(docid)] != 0 {
                owners[Int(docid)] = UInt64(try value.readCount()) + 1
            } else {
                outside += 1
            }
        }
        report.add(Self.postlist, "passages that have values and no length, or the other way round", count: outside)
        try checkArticles(&owners, &report)
        let orphans = owners.count { $0 != 0 }
        report.add(Self.postlist, "passages that are of no article", count: orphans)
    }

    /// Takes the passages of each article out of `owners`.
    private func checkArticles(_ owners: inout [UInt64], _ report: inout CheckReport) throws(SearchIndexError) {
        var (unreadable, misplaced, missing, foreign, illegible) = (0, 0, 0, 0, 0)
        for key in try reader.metadataKeys(prefix: Array(Schema.articlePrefix.utf8)) {
            guard let record = try? ArticleRecord(decoding: reader.metadata(key)) else {
                unreadable += 1
                continue
            }
            report.articles += 1
            if Schema.articleKey(id: record.id) != key { misplaced += 1 }
            for (number, docid) in record.docids.enumerated() {
                guard Int(docid) < rows, owners[Int(docid)] != 0 else {
                    missing += 1
                    continue
                }
                if owners[Int(docid)] != UInt64(record.ordinal) + 1 { foreign += 1 }
                owners[Int(docid)] = 0
                let passage = try? reader.passage(docid)
                if passage?.articleID != record.id || passage?.number != number + 1 { illegible += 1 }
            }
        }
        report.add(Self.postlist, "articles whose record does not read back", count: unreadable)
        report.add(Self.postlist, "articles that are kept under another id", count: misplaced)
        report.add(Self.postlist, "passages that an article has and the database does not", count: missing)
        report.add(Self.postlist, "passages that are of another article than the one that has them", count: foreign)
        report.add(Self.docdata, "passages whose stored text does not read back", count: illegible)
    }
}
