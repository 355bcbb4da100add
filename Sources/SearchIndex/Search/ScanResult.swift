/// What one pass over the matches found.
struct ScanResult: Sendable {
    var totals = Totals()
    /// The best groups, in order.
    var ranked: [Ranked] = []
    /// The counts of each facet, in no order.
    var facets: [[ValueCount]] = []
    /// False when the deadline cut the pass short: everything is then about the part that was reached.
    var isComplete = true

    /// The result when nothing was reached.
    static func nothing(of request: ScanRequest) -> ScanResult {
        ScanResult(facets: request.facets.map { _ in [] }, isComplete: false)
    }

    /// The results of two runs of docids that no article straddles.
    static func merged(_ a: ScanResult, _ b: ScanResult, keep: Int, until deadline: Deadline) -> ScanResult {
        var merged = ScanResult()
        merged.totals = Totals(
            passages: a.totals.passages + b.totals.passages, articles: a.totals.articles + b.totals.articles)
        merged.isComplete = a.isComplete && b.isComplete
        do {
            merged.ranked = Array((try (a.ranked + b.ranked).sorted(until: deadline, by: Ranked.precedes)).prefix(keep))
            for (a, b) in zip(a.facets, b.facets) { merged.facets.append(try ValueCount.merged(a, b, until: deadline)) }
        } catch {
            merged.facets += a.facets.dropFirst(merged.facets.count)
            merged.isComplete = false
        }
        return merged
    }
}
