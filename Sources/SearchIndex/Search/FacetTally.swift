import QueryLanguage

/// What was counted of one facet, with what gives its values names and an order.
struct FacetTally {
    let facet: FacetPlan.Item
    let counts: [ValueCount]
    let selected: SelectedValues
    let snapshot: Snapshot
    /// What values are ordered by; nil for their counts.
    let significance: Significance?

    /// The values asked for, by name.
    /// - Throws: `SearchIndexError.interrupted`.
    func result(until deadline: Deadline) throws(SearchIndexError) -> FacetResult {
        FacetResult(
            field: facet.request.name, values: try top(facet.request.limit, until: deadline), distinct: counts.count,
            truncated: counts.count > facet.request.limit)
    }

    /// The result when there is no time to order the values.
    var withoutValues: FacetResult {
        FacetResult(field: facet.request.name, values: [], distinct: counts.count, truncated: true)
    }

    /// All values that are wanted, by name, in order.
    /// - Throws: `SearchIndexError.interrupted`.
    func ordered(by order: FacetQuery.Order, until deadline: Deadline, where isWanted: (String) -> Bool)
        throws(SearchIndexError) -> [FacetCount]
    {
        try ordered(counts, by: order, until: deadline, where: isWanted)
    }

    /// Names are looked up only for what may be among the first: in a broad query nearly all values fall away before.
    private func top(_ limit: Int, until deadline: Deadline) throws(SearchIndexError) -> [FacetCount] {
        var candidates = counts
        if counts.count > limit * 2, limit > 0 {
            var pace = Pace(deadline)
            var scores: [Double] = []
            scores.reserveCapacity(counts.count)
            for count in counts {
                try pace.step()
                scores.append(score(count))
            }
            let least = Self.least(ofLargest: limit, scores)
            candidates = counts.indices.filter { scores[$0] >= least }.map { counts[$0] }
        }
        return Array(try ordered(candidates, by: .count, until: deadline) { _ in true }.prefix(limit))
    }

    /// The number at place `limit`, from 1, when `scores`, which are at least so many, go from the largest down.
    private static func least(ofLargest limit: Int, _ scores: [Double]) -> Double {
        var largest = scores[..<limit].sorted(by: >)
        for score in scores[limit...] where score > largest[limit - 1] {
            var place = limit - 1
            while place > 0, largest[place - 1] < score {
                largest[place] = largest[place - 1]
                place -= 1
            }
            largest[place] = score
        }
        return largest[limit - 1]
    }

    /// By the score, then most articles first, most passages, by name: a total order, so that pages never overlap.
    private func ordered(
        _ counts: [ValueCount], by order: FacetQuery.Order, until deadline: Deadline, where isWanted: (String) -> Bool
    ) throws(SearchIndexError) -> [FacetCount] {
        var pace = Pace(deadline)
        var wanted: [(score: Double, count: FacetCount)] = []
        for count in counts {
            try pace.step()
            let named = named(count)
            if isWanted(named.value) { wanted.append((order == .count ? score(count) : 0, named)) }
        }
        return try wanted.sorted(until: deadline) { a, b in
            if order == .name { return a.count.value < b.count.value }
            return a.score != b.score ? a.score > b.score : FacetCount.precedes(a.count, b.count)
        }.map(\.count)
    }

    /// Highest first. By counts it is a number in which the passages never outweigh an article.
    private func score(_ count: ValueCount) -> Double {
        significance?.score(count) ?? Double(count.stories ?? count.articles) * 0x1p32 + Double(count.passages)
    }

    private func named(_ count: ValueCount) -> FacetCount {
        let name = facet.field.facet.map { snapshot.values[$0][count.id] } ?? facet.request.unit.text(of: count.id)
        return FacetCount(
            value: name, articles: count.articles, passages: count.passages, stories: count.stories,
            selected: selected.contains(name, of: facet.field), lift: significance?.lift(count))
    }
}
