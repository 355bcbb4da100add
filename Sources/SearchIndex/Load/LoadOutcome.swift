/// What became of the articles of a load, or of a part of it, in order: an outcome for each of the first ones, and the
/// error that kept the others out.
struct LoadOutcome: Sendable {
    var outcomes: [IngestOutcome] = []
    var failure: SearchIndexError?
}
