import Corpus
import XapianKit

extension WriteSession {
    /// Adds the segments' documents to the database one by one, in commits of about `passagesPerCommit`: what takes less
    /// than writing a large database anew.
    /// - Parameter committed: called after each commit with the snapshot, and how many articles of the load are done.
    func add(
        _ load: PendingLoad, _ resolution: LoadResolution, passagesPerCommit: Int,
        committed: (Snapshot, Int) -> Void
    ) throws(SearchIndexError) {
        var source = SegmentReader(load)
        var done = 0
        while done < load.articles.count {
            var draft = Draft(snapshot)
            var next = done
            var passages = 0
            try beginTransaction()
            while next < load.articles.count, passages < passagesPerCommit {
                if resolution.stays[next] {
                    try add(load.articles[next], from: &source, &draft)
                    passages += load.articles[next].passages
                } else {
                    draft.left.append(try ArticleRecord(decoding: load.articles[next].record).story)
                }
                next += 1
            }
            try source.forEachNewWord { word, term throws(SearchIndexError) in try setWord(key: word, term) }
            try commit(draft)
            done = next
            committed(snapshot, done)
        }
    }

    private func add(_ article: LoadedArticle, from source: inout SegmentReader, _ draft: inout Draft)
        throws(SearchIndexError)
    {
        var record = try ArticleRecord(decoding: article.record)
        _ = try remove(id: record.id, &draft)
        var firstDocid: UInt32?
        for position in article.position..<article.position + article.passages {
            let row = try source.move(to: position)
            let docid = try addCopy(from: source)
            firstDocid = firstDocid ?? docid
            draft.add(
                docid: docid, row, ordinal: record.ordinal, story: record.story, date: record.date?.yyyymmdd ?? 0)
        }
        record.firstDocid = firstDocid ?? 0
        try put(record, &draft)
    }
}
