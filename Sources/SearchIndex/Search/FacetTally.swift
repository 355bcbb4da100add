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
    var result: FacetResult {
        FacetResult(
            field: facet.request.name, values: top(facet.request.limit), distinct: counts.count,
            truncated: counts.count > facet.request.limit)
    }

    /// All values that are wanted, by name, in order.
    func ordered(by order: FacetQuery.Order, where isWanted: (String) -> Bool) -> [FacetCount] {
        switch order {
        case .count: return ordered(counts, where: isWanted)
        case .name: return counts.map(named).filter { isWanted($0.value) }.sorted { $0.value < $1.value }
        }
    }

    /// Names are looked up only for what may be among the first: in a broad query nearly all values fall away before.
    private func top(_ limit: Int) -> [FacetCount] {
        var candidates = counts
        if counts.count > limit * 2, limit > 0 {
            let scores = counts.map(score)
            let least = Self.least(ofLargest: limit, scores)
            candidates = counts.indices.filter { scores[$0] >= least }.map { counts[$0] }
        }
        return Array(ordered(candidates) { _ in true }.prefix(limit))
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
    private func ordered(_ counts: [ValueCount], where isWanted: (String) -> Bool) -> [FacetCount] {
        counts.map { (score: score($0), count: named($0)) }
            .filter { isWanted($0.count.value) }
            .sorted { $0.score != $1.score ? $0.score > $1.score : FacetCount.precedes($0.count, $1.count) }
            .map(\.count)
    }

    /// Highest first. By counts it is a number in which the passages never outweigh an article.
    private func score(_ count: ValueCount) -> Double {
        significance?.score(count) ?? Double(count.articles) * 0x1p32 + Double(count.passages)
    }

    private func named(_ count: ValueCount) -> FacetCount {
        let name = facet.field.facet.map { snapshot.values[$0][count.id] } ?? facet.request.unit.text(of: count.id)
        return FacetCount(
            value: name, articles: count.articles, passages: count.passages,
            selected: selected.contains(name, of: facet.field), lift: significance?.lift(count))
    }
}
