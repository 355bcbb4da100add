import QueryLanguage

/// Pairs that were counted, with what gives them names and an order.
struct PairList {
    let pairs: [PairTable.Pair]
    /// The fields' numbers.
    let facets: (first: Int, second: Int)
    /// How many matching passages have each value of the two fields.
    let margins: (first: [UInt32], second: [UInt32])
    /// How many passages match.
    let matching: Int
    let order: PairOrder
    /// Whether articles or passages count.
    let grouping: Grouping
    let snapshot: Snapshot

    /// Pairs of the order from a place on. By the order, then by counts, then by names: a total order that does not
    /// depend on how values are numbered, so pages never overlap and two indexes of the same articles agree.
    /// - Throws: `SearchIndexError.interrupted`.
    func page(from offset: Int, limit: Int, until deadline: Deadline) throws(SearchIndexError) -> [PairCount] {
        let end = min(offset + limit, pairs.count)
        guard offset < end else { return [] }
        var pace = Pace(deadline)
        var scores: [Double] = []
        scores.reserveCapacity(pairs.count)
        for pair in pairs {
            try pace.step()
            scores.append(score(pair))
        }
        // Names are looked up only for what may be on the page: all that are not behind its last one.
        let least = try scores.sorted(until: deadline, by: >)[end - 1]
        let candidates = pairs.indices.filter { scores[$0] >= least }
        // By field, which may be one for both.
        var values: [Int: Set<UInt32>] = [:]
        for index in candidates {
            values[facets.first, default: []].insert(pairs[index].first)
            values[facets.second, default: []].insert(pairs[index].second)
        }
        var places: [Int: [UInt32: Int]] = [:]
        for (facet, ids) in values { places[facet] = try self.places(ids, facet, until: deadline) }
        var keyed: [(index: Int, count: Double, first: Int, second: Int)] = []
        for index in candidates {
            try pace.step()
            let first = places[facets.first]?[pairs[index].first] ?? 0
            let second = places[facets.second]?[pairs[index].second] ?? 0
            let swaps = facets.first == facets.second && second < first
            keyed.append((index, count(pairs[index]), swaps ? second : first, swaps ? first : second))
        }
        return try keyed.sorted(until: deadline) { a, b in
            if scores[a.index] != scores[b.index] { return scores[a.index] > scores[b.index] }
            if a.count != b.count { return a.count > b.count }
            return (a.first, a.second) < (b.first, b.second)
        }[offset..<end].map { named(pairs[$0.index]) }
    }

    /// The place of each value in the order of their names.
    private func places(_ ids: Set<UInt32>, _ facet: Int, until deadline: Deadline) throws(SearchIndexError)
        -> [UInt32: Int]
    {
        let names = try ids.map { (id: $0, name: snapshot.values[facet][$0]) }
            .sorted(until: deadline) { $0.name < $1.name }
        return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1.id, $0) })
    }

    private func score(_ pair: PairTable.Pair) -> Double {
        switch order {
        case .count: count(pair)
        case .lift: lift(pair)
        case .logLikelihood: logLikelihood(pair)
        }
    }

    /// A number in which what counts less never outweighs what counts.
    private func count(_ pair: PairTable.Pair) -> Double {
        let (articles, passages) = (Double(pair.articles), Double(pair.passages))
        return grouping == .passage ? passages * 0x1p32 + articles : articles * 0x1p32 + passages
    }

    private func lift(_ pair: PairTable.Pair) -> Double {
        Double(pair.passages) * Double(matching)
            / (Double(margins.first[Int(pair.first)]) * Double(margins.second[Int(pair.second)]))
    }

    private func logLikelihood(_ pair: PairTable.Pair) -> Double {
        LogLikelihood.signed(
            both: Int(pair.passages), first: Int(margins.first[Int(pair.first)]),
            second: Int(margins.second[Int(pair.second)]), all: matching)
    }

    private func named(_ pair: PairTable.Pair) -> PairCount {
        var names = (snapshot.values[facets.first][pair.first], snapshot.values[facets.second][pair.second])
        if facets.first == facets.second, names.1 < names.0 { names = (names.1, names.0) }
        return PairCount(
            first: names.0, second: names.1, articles: Int(pair.articles), passages: Int(pair.passages),
            lift: lift(pair), logLikelihood: logLikelihood(pair))
    }
}
