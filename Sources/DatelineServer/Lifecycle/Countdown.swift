import Synchronization

/// Calls something when a number of things have happened.
final class Countdown: Sendable {
    private let left: Atomic<Int>
    private let body: @Sendable () -> Void

    init(from count: Int, then body: @escaping @Sendable () -> Void) {
        left = Atomic(count)
        self.body = body
    }

    func step() { if left.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { body() } }
}
