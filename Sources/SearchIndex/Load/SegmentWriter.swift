import Corpus
import XapianKit

/// Writes prepared articles into segments, on an analysis thread. Not Sendable; one batch, then it is used up.
///
/// Segments are not synced: they are scratch until a merge has made a database of them.
final class SegmentWriter {
    private let folder: LoadFolder
    private let passagesPerSegment: Int
    private let memoryPerSegment: UInt64
    private let numbering: Numbering
    private let builder: DocumentBuilder
    private var open: (database: SegmentDatabase, segment: Segment)?
    private var batch = LoadedBatch()

    init(folder: LoadFolder, limits: LoadLimits, numbering: Numbering) throws(SearchIndexError) {
        self.folder = folder
        passagesPerSegment = folder.isBulk ? limits.segment : limits.plainSegment
        memoryPerSegment = limits.segmentMemory
        self.numbering = numbering
        builder = try DocumentBuilder(numbers: numbering.values)
    }

    /// Writes one article, into one segment.
    func add(_ article: PreparedArticle, name: String?) throws(SearchIndexError) {
        var (database, segment) = try current()
        let ordinal = numbering.ordinals.take()
        let story = numbering.stories.story(of: article, ordinal: ordinal)
        for passage in article.passages {
            let row = try database.add(passage, of: article, ordinal: ordinal, story: story, with: builder)
            batch.rows.append(row)
        }
        for (word, term) in article.newWords { try database.setMetadata(term, for: Schema.wordKey(word)) }
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
        if segment.passages >= passagesPerSegment || database.memory > memoryPerSegment { try close() }
    }

    func add(_ failure: IngestFailure) { batch.failures.append(failure) }

    func addUnchanged() { batch.unchanged += 1 }

    /// Closes the last segment, and gives all.
    func finish() throws(SearchIndexError) -> LoadedBatch {
        try close()
        return batch
    }

    private func current() throws(SearchIndexError) -> (SegmentDatabase, Segment) {
        if let open { return (open.database, open.segment) }
        let segment = Segment(path: folder.newPath("segment"), passages: 0)
        let database = try SearchIndexError.translating { () throws(XapianError) -> SegmentDatabase in
            folder.isBulk
                ? .bulk(try BulkDatabase(path: segment.path), last: 0)
                : .plain(try WritableDatabase(path: segment.path, mode: .create, synchronous: false))
        }
        return (database, segment)
    }

    private func close() throws(SearchIndexError) {
        guard let (database, segment) = open else { return }
        open = nil
        try database.close()
        batch.segments.append(segment)
    }
}
