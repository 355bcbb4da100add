/// What an analysis thread made of some bodies: segments, and what they do not hold.
struct LoadedBatch: Sendable {
    var segments: [Segment] = []
    var articles: [LoadedArticle] = []
    var rows = PassageRows()
    /// Passages in all segments.
    var passages = 0
    /// Records that could not be read.
    var failures: [IngestFailure] = []
    /// Of articles that are in the segments, with something missing.
    var warnings: [IngestFailure] = []
    /// Articles that the index has already.
    var unchanged = 0
}
