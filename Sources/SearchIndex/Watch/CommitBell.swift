import Synchronization

/// Wakes whoever waits for a commit. Several rings before somebody listens are one.
package final class CommitBell: Sendable {
    private struct State {
        var waiting: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Somebody who waits. Rings once by itself, and no more once it is let go of.
    package func listener() -> Listener {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
        let number = state.withLock { state in
            state.next += 1
            state.waiting[state.next] = continuation
            return state.next
        }
        return Listener(bell: self, number: number, rings: stream, continuation: continuation)
    }

    /// Wakes all.
    package func ring() {
        let waiting = state.withLock { Array($0.waiting.values) }
        for continuation in waiting { continuation.yield() }
    }

    private func remove(_ number: Int) { state.withLock { $0.waiting[number] = nil } }

    /// One who waits at a bell.
    package final class Listener: Sendable {
        private let bell: CommitBell
        private let number: Int
        /// An element for each time that it was woken.
        package let rings: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation

        fileprivate init(
            bell: CommitBell, number: Int, rings: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation
        ) {
            self.bell = bell
            self.number = number
            self.rings = rings
            self.continuation = continuation
        }

        /// Wakes this one alone.
        package func ring() { continuation.yield() }

        deinit { bell.remove(number) }
    }
}
