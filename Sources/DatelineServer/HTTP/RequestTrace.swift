import Synchronization

/// What is noted of one request while it is answered, for the log.
final class RequestTrace: Sendable {
    /// The request's id.
    let id: String
    /// When it came.
    let began: ContinuousClock.Instant
    private let notes = Mutex((isStopped: false, query: String?.none))

    /// Of a request that has no id yet; nothing is noted in it.
    static let none = RequestTrace(id: "")

    init(id: String, began: ContinuousClock.Instant = .now) {
        self.id = id
        self.began = began
    }

    /// Whether a search was stopped before its end.
    var isStopped: Bool { notes.withLock { $0.isStopped } }
    /// What was asked for.
    var query: String? { notes.withLock { $0.query } }

    func note(query: String?) { notes.withLock { $0.query = query } }
    func note(isExact: Bool) { if !isExact { notes.withLock { $0.isStopped = true } } }
}
