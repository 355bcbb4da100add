import Corpus
import Entities

/// Gives counted values their names and their order.
struct NamedCounts {
    private let facet: Int?
    private let selected: Set<String>
    private let snapshot: Snapshot

    /// - Parameter selected: keys of the values that filters name.
    init(_ field: Field, _ selected: Set<String>, _ snapshot: Snapshot) {
        facet = field.facet
        self.selected = selected
        self.snapshot = snapshot
    }

    /// The first `limit` of `counts`: most articles first, then most passages, then by name.
    ///
    /// Names are looked up only for what may be among them: in a broad query nearly all values fall away before.
    func top(_ limit: Int, of counts: [ValueCount]) -> [FacetCount] {
        var candidates = counts
        if counts.count > limit * 2, limit > 0 {
            let ordered = counts.map { ($0.articles, $0.passages) }.sorted(by: >)
            let least = ordered[limit - 1]
            candidates = counts.filter { ($0.articles, $0.passages) >= least }
        }
        return Array(candidates.map(named).sorted(by: FacetCount.precedes).prefix(limit))
    }

    /// One value with its name.
    func named(_ count: ValueCount) -> FacetCount {
        let name = name(of: count.id)
        return FacetCount(
            value: name, articles: count.articles, passages: count.passages,
            selected: !selected.isEmpty && selected.contains(NameKey.key(name)))
    }

    private func name(of id: UInt32) -> String {
        if let facet { return snapshot.values[facet][id] }
        return CalendarDay(yyyymmdd: id)?.description ?? String(id)
    }
}
