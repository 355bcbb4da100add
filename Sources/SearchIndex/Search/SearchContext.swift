import Synchronization

/// What a search thread brings to each search. Not Sendable: it belongs to its thread.
struct SearchContext {
    let analyzer: Analyzer
    /// The index terms of the stop words.
    let stopWords: Set<[UInt8]>
    let caches: SearchCaches
    let workspace: Workspace
    let assistant: ScanAssistant
    /// How many searches are under way in the index, this one included.
    let underway: SearchLoad
    var deadline: Deadline

    /// Whether no other search is under way, so that the other core is free.
    func isAlone() -> Bool { underway.count <= 1 }
}

/// Counts the searches under way.
final class SearchLoad: Sendable {
    private let searches = Atomic(0)

    var count: Int { searches.load(ordering: .relaxed) }
    func enter() { searches.add(1, ordering: .relaxed) }
    func leave() { searches.subtract(1, ordering: .relaxed) }
}
