/// What becomes of each article of a load, beside the live database and the articles before it in the stream: the later
/// one of an id is there in the end, and one that is the same as the one before it is left out.
struct LoadResolution {
    /// As if the articles had been put in one by one.
    private(set) var outcomes: [IngestOutcome] = []
    /// Whether the article is there in the end.
    private(set) var stays: [Bool] = []
    /// The live database's passages that articles of the load take the place of.
    private(set) var replaced: [Range<UInt32>] = []
    /// The story of each article that goes: of those that are replaced, and those of the load that do not stay.
    private(set) var left: [UInt32] = []
    /// How many articles the index has more.
    private(set) var newArticles = 0

    /// - Parameter live: reads the database as it is, with nobody else writing to it.
    init(_ load: PendingLoad, live: IndexReader) throws(SearchIndexError) {
        var latest: [String: (index: Int, hash: String, story: UInt32)] = [:]
        for (index, article) in load.articles.enumerated() {
            let record = try ArticleRecord(decoding: article.record)
            let outcome: IngestOutcome
            if let earlier = latest[record.id] {
                outcome = earlier.hash == record.contentHash ? .unchanged : .replaced(passages: article.passages)
                if outcome != .unchanged {
                    stays[earlier.index] = false
                    left.append(earlier.story)
                }
            } else if let known = try live.article(id: record.id) {
                outcome = known.contentHash == record.contentHash ? .unchanged : .replaced(passages: article.passages)
                if outcome != .unchanged {
                    replaced.append(known.docids)
                    left.append(known.story)
                }
            } else {
                outcome = .added(passages: article.passages)
                newArticles += 1
            }
            if outcome == .unchanged {
                left.append(record.story)
            } else {
                latest[record.id] = (index, record.contentHash, record.story)
            }
            stays.append(outcome != .unchanged)
            outcomes.append(outcome)
        }
    }
}
