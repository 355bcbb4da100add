import QueryLanguage
import Synchronization

/// What searches work out of a snapshot once and then share: made on first use, kept as long as the snapshot.
final class Derived: Sendable {
    private struct State {
        var live: DenseBits?
        /// A `NormTable` for each weighting, by the weighting's type.
        var norms: [ObjectIdentifier: any Sendable] = [:]
        var dates: [String: DenseBits] = [:]
        var present: [String: DenseBits] = [:]
        var wholeCounts: [ScanRequest.Facet.Source: [ValueCount]] = [:]
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

    /// The norms of a weighting, whose parameters are the same for all searches.
    func norms<W: Weighting>(_ weighting: W, averageLength: Double) -> NormTable<W> {
        state.withLock { state in
            if let known = state.norms[ObjectIdentifier(W.self)] as? NormTable<W> { return known }
            let norms = NormTable(weighting, averageLength: averageLength)
            state.norms[ObjectIdentifier(W.self)] = norms
            return norms
        }
    }

    /// The passages of articles dated within `range`; articles without a date are in no range.
    func passages(dated range: DateRange, _ snapshot: Snapshot) -> DenseBits {
        let key = range.description
        if let known = state.withLock({ $0.dates[key] }) { return known }
        let found = snapshot.columns.date.withElements { dates in
            passages(below: dates.count) { dates[$0] != 0 && range.contains(dates[$0]) }
        }
        // A few ranges come again and again; more are not worth their memory.
        state.withLock { state in
            if state.dates.count >= 8 { state.dates = [:] }
            state.dates[key] = found
        }
        return found
    }

    /// The passages that have a value in `field`, which is a facet field or the date.
    func passages(having field: String, _ snapshot: Snapshot) -> DenseBits {
        if let known = state.withLock({ $0.present[field] }) { return known }
        let found: DenseBits
        if let facet = Field.named(field)?.facet {
            found = snapshot.columns.facets[facet].offsets.withElements { offsets in
                passages(below: offsets.count - 1) { offsets[$0] < offsets[$0 + 1] }
            }
        } else {
            found = snapshot.columns.date.withElements { dates in passages(below: dates.count) { dates[$0] != 0 } }
        }
        state.withLock { $0.present[field] = found }
        return found
    }

    /// A facet's counts over the whole index.
    /// - Parameter count: finds the answer, and is asked until it has one.
    func wholeCounts(of source: ScanRequest.Facet.Source, _ count: () -> [ValueCount]?) -> [ValueCount]? {
        if let known = state.withLock({ $0.wholeCounts[source] }) { return known }
        let counted = count()
        state.withLock { $0.wholeCounts[source] = counted }
        return counted
    }

    /// The existing passages below `end` of which `holds` is true.
    @inline(__always)
    private func passages(below end: Int, where holds: (Int) -> Bool) -> DenseBits {
        let live = self.live
        return DenseBits(limit: Int(lastDocid) + 1) { bits in
            for docid in 0..<min(end, Int(lastDocid) + 1) where holds(docid) && live.contains(docid) {
                bits[docid / 64] |= 1 << UInt64(docid % 64)
            }
        }
    }
}
