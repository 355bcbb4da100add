/// What gives matches their scores.
package enum RankingModel: String, CaseIterable, Sendable {
    /// IneB2 over the whole article and over its best passage; see `IneB2` and `Ranking`.
    case ineb2
    /// BM25 over passages, as Xapian has it; an article ranks by its best passage.
    case bm25
}
