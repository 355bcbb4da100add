import Synchronization

/// When a query must stop: at a time, or when whoever asked has gone away. Looked at between blocks of work.
struct Deadline: Sendable {
    /// A flag that another task may raise.
    final class Cancellation: Sendable {
        private let raised = Atomic(false)

        func cancel() { raised.store(true, ordering: .relaxed) }
        var isCancelled: Bool { raised.load(ordering: .relaxed) }
    }

    private let instant: ContinuousClock.Instant?
    private let cancellation: Cancellation?

    static let never = Deadline(instant: nil, cancellation: nil)

    init(instant: ContinuousClock.Instant?, cancellation: Cancellation?) {
        self.instant = instant
        self.cancellation = cancellation
    }

    /// Whether the query must stop now.
    var hasPassed: Bool {
        if cancellation?.isCancelled == true { return true }
        guard let instant else { return false }
        return ContinuousClock.now >= instant
    }
}
