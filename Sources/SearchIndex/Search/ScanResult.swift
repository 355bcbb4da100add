/// What one pass over the matches found.
struct ScanResult: Sendable {
    var totals = Totals()
    /// The best groups, in order.
    var ranked: [Ranked] = []
    /// The counts of each facet, in no order.
    var facets: [[ValueCount]] = []
    /// False when the deadline cut the pass short: everything is then about the part that was reached.
    var isComplete = true

    /// The results of two runs of docids that no article straddles.
    static func merged(_ a: ScanResult, _ b: ScanResult, keep: Int) -> ScanResult {
        var merged = ScanResult()
        merged.totals = Totals(
            passages: a.totals.passages + b.totals.passages, articles: a.totals.articles + b.totals.articles)
        merged.ranked = Array((a.ranked + b.ranked).sorted(by: Ranked.precedes).prefix(keep))
        merged.facets = zip(a.facets, b.facets).map(ValueCount.merged)
        merged.isComplete = a.isComplete && b.isComplete
        return merged
    }
}
