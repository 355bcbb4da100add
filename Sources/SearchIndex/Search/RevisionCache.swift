import Synchronization

/// What was read from the current revision of an index, shared by all searches, within a budget of bytes.
///
/// Two generations instead of an exact least-recently-used order: what is asked for moves to the young one; when that
/// holds half the budget, the old one is dropped and the young one takes its place. Every operation is constant time.
final class RevisionCache<Key: Hashable & Sendable, Value: RevisionCacheable>: Sendable {
    private struct State {
        var revision: SnapshotVersion = 0
        var young: [Key: Value] = [:]
        var old: [Key: Value] = [:]
        var youngBytes = 0
        var oldBytes = 0
        var hits = 0
        var misses = 0
    }

    private let budget: Int
    private let state = Mutex(State())

    /// - Parameter budget: bytes to keep at most.
    init(budget: Int) { self.budget = budget }

    /// What is kept under `key` at `revision`, or nil.
    func value(_ key: Key, revision: SnapshotVersion) -> Value? {
        state.withLock { state in
            guard state.revision == revision else {
                state.misses += 1
                return nil
            }
            if let value = state.young[key] {
                state.hits += 1
                return value
            }
            guard let value = state.old.removeValue(forKey: key) else {
                state.misses += 1
                return nil
            }
            state.hits += 1
            state.oldBytes -= value.byteCount
            put(value, key, &state)
            return value
        }
    }

    /// Keeps a value. One of an older revision than the newest seen is not kept; a newer revision empties the cache.
    func keep(_ value: Value, for key: Key, revision: SnapshotVersion) {
        state.withLock { state in
            if revision > state.revision {
                (state.young, state.old, state.youngBytes, state.oldBytes) = ([:], [:], 0, 0)
                state.revision = revision
            }
            if revision == state.revision, value.byteCount <= budget / 4 { put(value, key, &state) }
        }
    }

    var statistics: CacheStatistics {
        state.withLock { CacheStatistics(hits: $0.hits, misses: $0.misses, bytes: $0.youngBytes + $0.oldBytes) }
    }

    private func put(_ value: Value, _ key: Key, _ state: inout State) {
        if let known = state.young.updateValue(value, forKey: key) { state.youngBytes -= known.byteCount }
        state.youngBytes += value.byteCount
        guard state.youngBytes > budget / 2 else { return }
        (state.old, state.oldBytes) = (state.young, state.youngBytes)
        (state.young, state.youngBytes) = ([:], 0)
    }
}
