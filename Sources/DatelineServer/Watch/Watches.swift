import HTTPTypes
import SearchIndex
import Synchronization

/// The watches that there are: counted, and told when the daemon is to stop.
final class Watches: Sendable {
    private struct State {
        var count = 0
        var isEnding = false
        var ends: [Int: @Sendable () -> Void] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// How many there are.
    var count: Int { state.withLock { $0.count } }
    /// Whether the daemon has been told to stop.
    var isEnding: Bool { state.withLock { $0.isEnding } }

    /// A place for one more, which is given back with the last reference to it.
    /// - Parameter end: called when the daemon is told to stop, from any thread.
    /// - Throws: `APIError` 503 when there are `limit`, or the daemon is stopping.
    func take(limit: Int, end: @escaping @Sendable () -> Void) throws(APIError) -> Place {
        let number = state.withLock { state -> Int? in
            guard !state.isEnding, state.count < limit else { return nil }
            state.count += 1
            state.next += 1
            state.ends[state.next] = end
            return state.next
        }
        if let number { return Place(watches: self, number: number) }
        throw isEnding
            ? APIError(Self.closing)
            : APIError(
                .serviceUnavailable, code: "busy", "there are \(limit) watches already",
                hint: "end one, or raise watches in the configuration file")
    }

    /// Ends all.
    func end() {
        let ends = state.withLock { state in
            state.isEnding = true
            return Array(state.ends.values)
        }
        for end in ends { end() }
    }

    /// What the last line of a watch says, that the daemon ends.
    static let closing = SearchIndexError(
        .unavailable, "the daemon is being stopped", hint: "watch again when it is back")

    fileprivate func give(_ number: Int) {
        state.withLock { state in
            state.count -= 1
            state.ends[number] = nil
        }
    }

    /// One watch's place.
    final class Place: Sendable {
        private let watches: Watches
        private let number: Int

        fileprivate init(watches: Watches, number: Int) {
            self.watches = watches
            self.number = number
        }

        deinit { watches.give(number) }
    }
}
