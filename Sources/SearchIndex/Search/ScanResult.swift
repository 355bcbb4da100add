/// What one pass over the matches found.
struct ScanResult: Sendable {
    var totals = Totals()
    /// The best groups, in order.
    var ranked: [Ranked] = []
    /// The groups of stories with more articles than one, which may come from anywhere: by the story's number in
    /// `SharedStories`. They are not among `ranked` before `foldStories`.
    var groups: [UInt32: Ranked] = [:]
    /// All articles that match, in the order of docids, when the request keeps all.
    var all: [Ranked] = []
    /// What of shared stories matches; and for each facet what of them it was counted over, where that is not the same.
    var marks: StoryMarks?
    var facetMarks: [StoryMarks?] = []
    /// The counts of each facet, in no order.
    var facets: [[ValueCount]] = []
    /// False when the deadline cut the pass short: everything is then about the part that was reached.
    var isComplete = true

    /// The result when nothing was reached.
    static func nothing(of request: ScanRequest) -> ScanResult {
        ScanResult(
            facetMarks: request.facets.map { _ in nil }, facets: request.facets.map { _ in [] }, isComplete: false)
    }

    /// The results of two runs of docids that no article straddles.
    static func merged(_ a: ScanResult, _ b: ScanResult, keep: Int, until deadline: Deadline) -> ScanResult {
        var merged = ScanResult()
        merged.totals = Totals(
            passages: a.totals.passages + b.totals.passages, articles: a.totals.articles + b.totals.articles)
        merged.isComplete = a.isComplete && b.isComplete
        merged.groups = a.groups.merging(b.groups) { $0.joined($1) }
        merged.all = a.all + b.all
        merged.marks = united(a.marks, b.marks)
        merged.facetMarks = zip(a.facetMarks, b.facetMarks).map(united)
        do {
            merged.ranked = Array((try (a.ranked + b.ranked).sorted(until: deadline, by: Ranked.precedes)).prefix(keep))
            for (a, b) in zip(a.facets, b.facets) { merged.facets.append(try ValueCount.merged(a, b, until: deadline)) }
        } catch {
            merged.facets += a.facets.dropFirst(merged.facets.count)
            merged.isComplete = false
        }
        return merged
    }

    private static func united(_ a: StoryMarks?, _ b: StoryMarks?) -> StoryMarks? {
        guard var marks = a, let b else { return a ?? b }
        marks.unite(b)
        return marks
    }

    /// Counts the stories, and puts their groups in their places.
    mutating func foldStories(_ request: ScanRequest, _ columns: Columns, until deadline: Deadline) {
        guard let marks else { return }
        let shared = columns.article.withElements { marks.counts($0) }
        totals.stories = totals.articles - shared.articles + shared.stories
        foldGroups(request, until: deadline)
    }

    /// Puts the groups of stories in the order of all.
    mutating func foldGroups(_ request: ScanRequest, until deadline: Deadline) {
        if groups.isEmpty { return }
        let behind = groups.values.filter { request.after?.precedes($0) ?? true }
        do {
            ranked = Array(try (ranked + behind).sorted(until: deadline, by: Ranked.precedes).prefix(request.keep))
        } catch { isComplete = false }
        groups = [:]
    }
}
