import QueryLanguage
import Synchronization

/// What searches work out of a snapshot once and then share: made on first use, kept as long as the snapshot.
///
/// Made outside the lock: two searches may make the same, but none waits for another's work beyond its own deadline.
/// All of it throws `SearchIndexError.interrupted` when the deadline passes, and keeps nothing then.
final class Derived: Sendable {
    private struct State {
        var live: DenseBits?
        /// A `NormTable` for each weighting, by the weighting's type.
        var norms: [ObjectIdentifier: any Sendable] = [:]
        var articleNorms: NormTable<IneB2>?
        var dates: [String: DenseBits] = [:]
        var sharedStories: SharedStories?
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
    func live(until deadline: Deadline) throws(SearchIndexError) -> DenseBits {
        if let known = state.withLock({ $0.live }) { return known }
        guard let live = DenseBits(passages, limit: Int(lastDocid) + 1, until: deadline) else { throw .interrupted }
        state.withLock { $0.live = live }
        return live
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

    /// The norms of whole articles.
    func articleNorms(_ columns: Columns, until deadline: Deadline) throws(SearchIndexError) -> NormTable<IneB2> {
        if let known = state.withLock({ $0.articleNorms }) { return known }
        let average = try ArticleCount.averageLength(try live(until: deadline), in: columns, until: deadline)
        let norms = NormTable(IneB2(), averageLength: average)
        state.withLock { $0.articleNorms = norms }
        return norms
    }

    /// The passages of articles that share their story with others.
    func sharedStories(_ snapshot: Snapshot, until deadline: Deadline) throws(SearchIndexError) -> SharedStories {
        if let known = state.withLock({ $0.sharedStories }) { return known }
        guard let found = SharedStories(snapshot, live: try live(until: deadline), until: deadline) else {
            throw .interrupted
        }
        state.withLock { $0.sharedStories = found }
        return found
    }

    /// The passages of articles dated within `range`; articles without a date are in no range.
    func passages(dated range: DateRange, _ snapshot: Snapshot, until deadline: Deadline)
        throws(SearchIndexError) -> DenseBits
    {
        let key = range.description
        if let known = state.withLock({ $0.dates[key] }) { return known }
        let live = try live(until: deadline)
        let found = snapshot.columns.date.withElements { dates in
            passages(of: live, below: dates.count, until: deadline) { dates[$0] != 0 && range.contains(dates[$0]) }
        }
        guard let found else { throw .interrupted }
        // A few ranges come again and again; more are not worth their memory.
        state.withLock { state in
            if state.dates.count >= 8 { state.dates = [:] }
            state.dates[key] = found
        }
        return found
    }

    /// The passages that have a value in `field`, which is a facet field or the date.
    func passages(having field: String, _ snapshot: Snapshot, until deadline: Deadline)
        throws(SearchIndexError) -> DenseBits
    {
        if let known = state.withLock({ $0.present[field] }) { return known }
        let live = try live(until: deadline)
        let found: DenseBits?
        if let facet = Field.named(field)?.facet {
            found = snapshot.columns.facets[facet].offsets.withElements { offsets in
                passages(of: live, below: offsets.count - 1, until: deadline) { offsets[$0] < offsets[$0 + 1] }
            }
        } else {
            found = snapshot.columns.date.withElements { dates in
                passages(of: live, below: dates.count, until: deadline) { dates[$0] != 0 }
            }
        }
        guard let found else { throw .interrupted }
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

    /// The passages of `live` below `end` of which `holds` is true; nil at the deadline.
    @inline(__always)
    private func passages(of live: DenseBits, below end: Int, until deadline: Deadline, where holds: (Int) -> Bool)
        -> DenseBits?
    {
        let end = min(end, Int(lastDocid) + 1)
        return DenseBits(limit: Int(lastDocid) + 1) { bits in
            for start in stride(from: 0, to: end, by: Window.size) {
                if deadline.hasPassed { return false }
                for docid in start..<min(end, start + Window.size) where holds(docid) && live.contains(docid) {
                    bits[docid / 64] |= 1 << UInt64(docid % 64)
                }
            }
            return true
        }
    }
}
