import Corpus

extension Index {
    /// Some of the index's articles, as they were given, in the order of their docids.
    package struct ExportedPart: Sendable {
        /// Lines of NDJSON that `ingest` reads.
        package var lines: [UInt8] = []
        package var articles = 0
        /// Where the next part begins; nil after the last.
        package var next: UInt32?
    }

    /// The articles whose first passage has docid `start` or a higher one, up to `last`, until there are `bytes` of lines.
    ///
    /// Parts of an index that changes meanwhile leave nothing out: an article that is replaced comes again, at the end.
    /// - Throws: `storage`, `corrupt`, `busy`.
    package func export(from start: UInt32, to last: UInt32 = .max, bytes: Int) async throws(SearchIndexError)
        -> ExportedPart
    {
        try await read { reader, snapshot, context throws(SearchIndexError) in
            var part = ExportedPart()
            var docid = max(start, 1)
            while docid <= min(last, snapshot.columns.lastDocid) {
                try context.deadline.check()
                guard snapshot.live.contains(docid) else {
                    docid += 1
                    continue
                }
                if part.lines.count >= bytes {
                    part.next = docid
                    break
                }
                let id = try reader.passage(docid).articleID
                guard let record = try reader.article(id: id) else { throw .corrupt("article \(id) has no record") }
                var text = ""
                for docid in record.docids { text += try reader.passage(docid).text }
                part.lines += record.article(text: text).jsonLine
                part.articles += 1
                docid = max(docid, record.docids.last ?? docid) + 1
            }
            return part
        }
    }
}
