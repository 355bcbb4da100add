import HTTPTypes
import Synchronization

/// Counts the connections there are, and the searches and writes under way or waiting.
final class ConnectionCounter: Sendable {
    private let connections = Atomic(0)
    private let searches = Atomic(0)
    private let writes = Atomic(0)

    /// How many connections there are.
    var count: Int { connections.load(ordering: .relaxed) }
    var searchCount: Int { searches.load(ordering: .relaxed) }
    var writeCount: Int { writes.load(ordering: .relaxed) }

    /// Counts one more. Returns how many there are with it.
    func enter() -> Int { connections.add(1, ordering: .relaxed).newValue }
    func leave() { connections.subtract(1, ordering: .relaxed) }

    /// Runs a search, when there are fewer than `limit`.
    /// - Throws: `APIError` 503, and what `body` throws.
    func search<R>(limit: Int, _ body: () async throws -> R) async throws -> R {
        let number = searches.add(1, ordering: .relaxed).newValue
        defer { searches.subtract(1, ordering: .relaxed) }
        guard number <= limit else {
            throw APIError(
                .serviceUnavailable, code: "busy", "\(limit) searches are under way or waiting",
                hint: "try again in a moment, or send fewer at once")
        }
        return try await body()
    }

    /// Runs a request that writes.
    func write<R>(_ body: () async throws -> R) async throws -> R {
        writes.add(1, ordering: .relaxed)
        defer { writes.subtract(1, ordering: .relaxed) }
        return try await body()
    }
}
