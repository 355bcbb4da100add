/// A piece of a load that an analysis thread does.
enum LoadJob: Sendable {
    /// Reads and analyses; the stream is short still.
    case prepare([ArticleBody])
    /// Writes what was prepared into segments.
    case write([Preparer.Prepared], LoadFolder)
    /// Reads, analyses and writes into segments.
    case load([ArticleBody], LoadFolder)
    /// Merges consecutive segments into one.
    case group([Segment], LoadFolder)
    /// Reads, and reports every article as kept out.
    case refuse([ArticleBody], SearchIndexError)

    /// What comes of it.
    enum Output: Sendable {
        case prepared([Preparer.Prepared])
        case loaded(LoadedBatch)
        case grouped(Segment)
        case refused([IngestFailure])
    }
}
