/// The part of a load that waits to be merged: segments with consecutive docids, and what they do not hold.
///
/// Of passages only flat numbers are kept, of articles an entry each.
struct PendingLoad: Sendable {
    /// Articles in the order of the stream, which is that of their passages in the segments.
    private(set) var articles: [LoadedArticle] = []
    /// The rows of the passages, in order.
    private(set) var rows: [PassageRows] = []
    private(set) var passages = 0
    /// Segments that were merged from others already; they come before `single`.
    private var grouped: [Segment] = []
    private var single: [Segment] = []

    /// All segments, in order.
    var segments: [Segment] { grouped + single }
    var segmentCount: Int { grouped.count + single.count }
    var isEmpty: Bool { articles.isEmpty }

    /// Adds what came next in the stream.
    mutating func append(_ batch: LoadedBatch) {
        for var article in batch.articles {
            article.position += passages
            articles.append(article)
        }
        rows.append(batch.rows)
        passages += batch.passages
        single += batch.segments
    }

    /// Takes the oldest segments out, to be merged into one, which `putGroup` puts in their place; nil when there are
    /// no more than `limit`.
    mutating func takeGroup(above limit: Int) -> [Segment]? {
        guard single.count > limit else { return nil }
        let count = max(2, limit / 2)
        defer { single.removeFirst(count) }
        return Array(single.prefix(count))
    }

    /// Merges all segments into one, whose positions can be read. Blocks.
    mutating func join(in folder: LoadFolder) throws(SearchIndexError) {
        if single.isEmpty, grouped.count == 1 { return }
        grouped = [try segments.merged(in: folder)]
        single = []
    }

    mutating func putGroup(_ segment: Segment) { grouped.append(segment) }
}
