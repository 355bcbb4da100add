import QueryLanguage

extension Search {
    /// How the query's matches spread over time. Never relaxes the query.
    /// - Throws: `SearchIndexError`: `badQuery`, `storage`, `overtaken`, `interrupted`.
    func timeline(_ request: TimelineQuery) throws(SearchIndexError) -> Timeline {
        let matched = try strictMatch(counted: [])
        let match = matched.filtered()
        let period = if let period = request.period { period } else { try suitingPeriod(match) }
        let source = ScanRequest.Facet.Source(period)
        let found = try counted(match, source)
        var points: [Timeline.Point] = []
        if let first = found.counts.keys.min(), let last = found.counts.keys.max() {
            let whole = try wholePeriods(source)
            let end = query.dates?.through.map(period.number(of:)) ?? last
            var number = query.dates?.from.map(period.number(of:)) ?? first
            while number <= end {
                try context.deadline.check()
                guard points.count < request.bound else {
                    throw SearchIndexError(
                        .badQuery, "the timeline would have more than \(request.bound) \(period.rawValue)s",
                        hint: "count longer periods (every), or fewer years (since, until)")
                }
                let count = found.counts[number].map(units) ?? 0
                let total = whole[number].map(units) ?? 0
                points.append(
                    Timeline.Point(
                        period: period.text(of: number), count: count, total: total,
                        rate: total == 0 ? 0 : Double(count) * Double(request.per) / Double(total)))
                number = period.next(after: number)
            }
        }
        let dated = found.counts.values.reduce(0) { $0 + $1.articles }
        return Timeline(
            stamp: stamp, parsed: matched.plan.description, totals: found.totals,
            undated: found.totals.articles - dated, period: period, per: request.per, points: points, isExact: true)
    }

    /// A set's counts by period.
    private func counted(_ match: MatchNode, _ source: ScanRequest.Facet.Source) throws(SearchIndexError)
        -> (totals: Totals, counts: [UInt32: ValueCount])
    {
        var request = ScanRequest(match: match, facets: [ScanRequest.Facet(source: source)])
        request.grouping = query.grouping
        let found = scan(request)
        guard found.isComplete else { throw .interrupted }
        return (found.totals, Dictionary(uniqueKeysWithValues: found.facets[0].map { ($0.id, $0) }))
    }

    /// The counts of the whole index by period. Those of stories are not kept.
    private func wholePeriods(_ source: ScanRequest.Facet.Source) throws(SearchIndexError) -> [UInt32: ValueCount] {
        if query.grouping == .story {
            return try counted(.bits(try snapshot.derived.live(until: context.deadline)), source).counts
        }
        guard let counts = wholeCounts(of: source) else { throw .interrupted }
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.id, $0) })
    }

    private func suitingPeriod(_ match: MatchNode) throws(SearchIndexError) -> DatePeriod {
        var (first, last) = (query.dates?.from, query.dates?.through)
        if first == nil || last == nil {
            let days = try counted(match, ScanRequest.Facet.Source(.day)).counts.keys
            first = first ?? days.min()
            last = last ?? days.max()
        }
        guard let first, let last else { return .day }
        return .suiting(from: first, through: last)
    }

    private func units(_ count: ValueCount) -> Int {
        switch query.grouping {
        case .article: count.articles
        case .passage: count.passages
        case .story: count.stories ?? count.articles
        }
    }
}

extension ScanRequest.Facet.Source {
    /// Dates by period.
    init(_ period: DatePeriod) {
        switch period {
        case .day: self = .dates(divisor: DateUnit.day.divisor)
        case .week: self = .weeks
        case .month: self = .dates(divisor: DateUnit.month.divisor)
        case .year: self = .dates(divisor: DateUnit.year.divisor)
        }
    }
}
