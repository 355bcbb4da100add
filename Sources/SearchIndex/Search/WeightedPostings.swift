/// Postings that add to the score, and the weight of their term.
struct WeightedPostings: Sendable {
    var postings: PostingList
    /// `BM25.termWeight`, times the factor of the field.
    var weight: Double

    func filtered(by set: PassageSet) -> WeightedPostings {
        WeightedPostings(postings: postings.filtered(by: set), weight: weight)
    }
}
