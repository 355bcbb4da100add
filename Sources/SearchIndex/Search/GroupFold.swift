import QueryLanguage

/// Keeps the best of the groups that a pass over the matches comes by; articles of a shared story are one group.
struct GroupFold {
    /// The best groups that are complete.
    var top: TopRanked
    private let shared: SharedStories?
    /// The groups of shared stories so far.
    private(set) var groups: [UInt32: Ranked] = [:]

    init(_ request: ScanRequest) {
        top = TopRanked(capacity: request.keep, after: request.after)
        shared = request.grouping == .story ? request.stories : nil
    }

    mutating func add(_ group: Ranked) {
        if let shared, let story = shared.story(of: group.docid) {
            // The other articles of the story may come much later.
            groups[story] = groups[story].map { $0.joined(group) } ?? group
        } else {
            top.offer(group)
        }
    }
}
