import Synchronization

/// Decoded posting lists of the current revision, shared by all searches, within a budget of bytes.
///
/// Two generations instead of an exact least-recently-used order: what is asked for moves to the young one; when that
/// holds half the budget, the old one is dropped and the young one takes its place. Every operation is constant time.
final class PostingCache: Sendable {
    private struct State {
        var revision: UInt64 = 0
        var young: [[UInt8]: Postings] = [:]
        var old: [[UInt8]: Postings] = [:]
        var youngBytes = 0
        var oldBytes = 0
        var hits = 0
        var misses = 0
    }

    private let budget: Int
    private let state = Mutex(State())

    /// - Parameter budget: bytes of posting lists to keep at most.
    init(budget: Int) { self.budget = budget }

    /// The list of `term` at `revision`, or nil.
    func list(_ term: [UInt8], revision: UInt64) -> Postings? {
        state.withLock { state in
            guard state.revision == revision else {
                state.misses += 1
                return nil
            }
            if let list = state.young[term] {
                state.hits += 1
                return list
            }
            guard let list = state.old.removeValue(forKey: term) else {
                state.misses += 1
                return nil
            }
            state.hits += 1
            state.oldBytes -= list.byteCount
            put(list, term, &state)
            return list
        }
    }

    /// Keeps a list. One of an older revision than the newest seen is not kept; a newer revision empties the cache.
    func keep(_ list: Postings, for term: [UInt8], revision: UInt64) {
        state.withLock { state in
            if revision > state.revision {
                (state.young, state.old, state.youngBytes, state.oldBytes) = ([:], [:], 0, 0)
                state.revision = revision
            }
            if revision == state.revision, list.byteCount <= budget / 4 { put(list, term, &state) }
        }
    }

    var statistics: CacheStatistics {
        state.withLock { CacheStatistics(hits: $0.hits, misses: $0.misses, bytes: $0.youngBytes + $0.oldBytes) }
    }

    private func put(_ list: Postings, _ term: [UInt8], _ state: inout State) {
        if let known = state.young.updateValue(list, forKey: term) { state.youngBytes -= known.byteCount }
        state.youngBytes += list.byteCount
        guard state.youngBytes > budget / 2 else { return }
        (state.old, state.oldBytes) = (state.young, state.youngBytes)
        (state.young, state.youngBytes) = ([:], 0)
    }
}
