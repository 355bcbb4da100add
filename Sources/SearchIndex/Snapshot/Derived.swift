import QueryLanguage
import Synchronization

/// What searches work out of a snapshot once and then share: made on first use, kept as long as the snapshot.
final class Derived: Sendable {
    private struct State {
        var live: DenseBits?
        var norms: DoubleColumn?
        var dates: [String: DenseBits] = [:]
    }

    private let state = Mutex(State())
    private let passages: PassageSet
    private let lastDocid: UInt32

    init(passages: PassageSet, lastDocid: UInt32) {
        self.passages = passages
        self.lastDocid = lastDocid
    }

    /// The docids of all passages that exist.
    var live: DenseBits {
        state.withLock { state in
            if let known = state.live { return known }
            let live = DenseBits(passages, limit: Int(lastDocid) + 1)
            state.live = live
            return live
        }
    }

    /// The weighting's norm of each passage. There is one weighting, so one column.
    func norms(_ weighting: some Weighting, _ snapshot: Snapshot) -> DoubleColumn {
        state.withLock { state in
            if let known = state.norms { return known }
            let inverse = snapshot.averageLength > 0 ? 1 / snapshot.averageLength : 0
            let norms = snapshot.columns.length.withElements { lengths in
                DoubleColumn(count: lengths.count) { weighting.norm(length: lengths[$0], inverseAverage: inverse) }
            }
            state.norms = norms
            return norms
        }
    }

    /// The passages of articles dated within `range`; articles without a date are in no range.
    func passages(dated range: DateRange, _ snapshot: Snapshot) -> DenseBits {
        let key = range.description
        if let known = state.withLock({ $0.dates[key] }) { return known }
        let live = self.live
        let found = snapshot.columns.date.withElements { dates in
            DenseBits(limit: Int(lastDocid) + 1) { bits in
                for docid in 0..<min(dates.count, Int(lastDocid) + 1) {
                    let date = dates[docid]
                    if date != 0, range.contains(date), live.contains(docid) {
                        bits[docid / 64] |= 1 << UInt64(docid % 64)
                    }
                }
            }
        }
        // A few ranges come again and again; more are not worth their memory.
        state.withLock { state in
            if state.dates.count >= 8 { state.dates = [:] }
            state.dates[key] = found
        }
        return found
    }
}
