import Corpus
import XapianKit

/// Writes prepared articles into segments, on an analysis thread. Not Sendable; one batch, then it is used up.
///
/// Segments are not synced: they are scratch until a merge has made a database of them.
final class SegmentWriter {
    private let folder: LoadFolder
    private let passagesPerSegment: Int
    private let numbering: Numbering
    private let builder: DocumentBuilder
    private var open: (database: WritableDatabase, segment: Segment)?
    private var batch = LoadedBatch()

    init(folder: LoadFolder, passagesPerSegment: Int, numbering: Numbering) throws(SearchIndexError) {
        self.folder = folder
        self.passagesPerSegment = passagesPerSegment
        self.numbering = numbering
        builder = try DocumentBuilder(numbers: numbering.values)
    }

    /// Writes one article, into one segment.
    func add(_ article: PreparedArticle, name: String?) throws(SearchIndexError) {
        var (database, segment) = try current()
        let ordinal = numbering.ordinals.take()
        let story = numbering.stories.story(of: article, ordinal: ordinal)
        for passage in article.passages {
            let built = try builder.build(passage, of: article, ordinal: ordinal, story: story)
            try SearchIndexError.translating { () throws(XapianError) in _ = try database.add(built.document) }
            batch.rows.append(built.row)
        }
        for (word, term) in article.newWords {
            try SearchIndexError.translating { () throws(XapianError) in
                try database.setMetadata(term, for: Schema.wordKey(word))
            }
        }
        batch.articles.append(
            LoadedArticle(
                name: name, id: article.article.id, position: batch.passages, passages: article.passages.count,
                record: article.record(ordinal: ordinal, story: story, firstDocid: 0).encoded))
        if let warning = article.warning {
            batch.warnings.append(IngestFailure(warning, id: article.article.id, name: name))
        }
        batch.passages += article.passages.count
        segment.passages += article.passages.count
        open = (database, segment)
        if segment.passages >= passagesPerSegment { try close() }
    }

    func add(_ failure: IngestFailure) { batch.failures.append(failure) }

    func addUnchanged() { batch.unchanged += 1 }

    /// Closes the last segment, and gives all.
    func finish() throws(SearchIndexError) -> LoadedBatch {
        try close()
        return batch
    }

    private func current() throws(SearchIndexError) -> (WritableDatabase, Segment) {
        if let open { return (open.database, open.segment) }
        let segment = Segment(path: folder.newPath("segment"), passages: 0)
        let database = try SearchIndexError.translating { () throws(XapianError) in
            try WritableDatabase(path: segment.path, mode: .create, synchronous: false)
        }
        return (database, segment)
    }

    private func close() throws(SearchIndexError) {
        guard let (database, segment) = open else { return }
        open = nil
        try SearchIndexError.translating { () throws(XapianError) in try database.close() }
        batch.segments.append(segment)
    }
}
