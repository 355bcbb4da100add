import XapianKit

/// When a query must stop: at a time, or when whoever asked has gone away. Looked at between blocks of work.
struct Deadline: Sendable {
    private let instant: ContinuousClock.Instant?
    private let cancellation: Cancellation?
    private let looks: LookLimit?

    static let never = Deadline(instant: nil, cancellation: nil)

    init(instant: ContinuousClock.Instant?, cancellation: Cancellation?, looks: LookLimit? = nil) {
        self.instant = instant
        self.cancellation = cancellation
        self.looks = looks
    }

    /// Whether the query must stop now.
    var hasPassed: Bool {
        if isCancelled || looks?.isReached() == true { return true }
        guard let instant else { return false }
        return ContinuousClock.now >= instant
    }

    /// Whether the time is over, for somebody who still waits.
    var isLate: Bool { !isCancelled && (instant.map { ContinuousClock.now >= $0 } ?? false) }

    /// Whether nobody waits for any answer.
    var isCancelled: Bool { cancellation?.isCancelled == true }

    /// - Throws: `SearchIndexError.interrupted` when the query must stop now.
    func check() throws(SearchIndexError) {
        if hasPassed { throw .interrupted }
    }

    /// The flag and the time that are left, for the engine.
    var flag: StopFlag { cancellation?.flag ?? StopFlag() }
    var remaining: Duration? { instant.map { ContinuousClock.now.duration(to: $0) } }
}
