/// What the columns take of one passage, beside what all passages of its article share.
struct PassageRow: Sendable {
    /// Terms of the passage and of its article's headline: Xapian's document length.
    var length: UInt32
    /// Terms of the whole article, as `Ranking` counts them.
    var articleLength: UInt32
    /// Ascending value ids of each facet field.
    var values: [[UInt32]]
}
