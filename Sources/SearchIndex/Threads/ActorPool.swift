import Synchronization

/// A few actors that do the same work; each call goes to the one with the fewest calls under way.
final class ActorPool<Member: Actor>: Sendable {
    let members: [Member]
    private let load: Mutex<[Int]>

    init(_ members: [Member]) {
        precondition(!members.isEmpty)
        self.members = members
        load = Mutex([Int](repeating: 0, count: members.count))
    }

    /// Runs `body` with a member.
    func with<R: Sendable>(_ body: @Sendable (Member) async throws(SearchIndexError) -> R)
        async throws(SearchIndexError)
        -> R
    {
        let index = load.withLock { load in
            let index = load.indices.min { load[$0] < load[$1] } ?? 0
            load[index] += 1
            return index
        }
        defer { load.withLock { $0[index] -= 1 } }
        return try await body(members[index])
    }
}
