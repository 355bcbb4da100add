import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex

// Pairs, timelines and names: requests for them as they are meant, and the index's answers as the protocol's replies.

extension PairQuery {
    init(_ request: PairsRequest, limits: ServerLimits) throws {
        guard request.field.count == 2 else {
            throw Option.invalid(
                "pairs are of two fields, and field is given \(request.field.count) times",
                hint: "give it twice, as in field=person&field=organization")
        }
        self.init(request.field[0], request.field[1], search: try SearchQuery(selection: request, limits: limits))
        guard search.grouping != .story else {
            throw Option.invalid("by cannot be \"story\" for pairs", hint: "it is article or passage")
        }
        order = try Option.read(request.sort, "sort", default: .count)
        minimum = request.min ?? 1
        guard minimum >= 1 else { throw Option.invalid("min is less than 1", hint: "1 keeps every pair") }
        limit = try Option.limit(request.limit, default: limit, limits)
        after = request.after
        bound = limits.pairs
    }
}

extension PairsReply {
    init(_ page: PairPage, fields: [String], tookMs: Double) {
        self.init(
            index: .init(page.stamp), tookMs: tookMs, fields: fields, total: .init(page.totals),
            pairs: page.pairs.map { pair in
                PairValue(
                    first: pair.first, second: pair.second, articles: pair.articles, passages: pair.passages,
                    lift: pair.lift, logLikelihood: pair.logLikelihood)
            }, distinct: page.distinct, exact: page.isExact, next: page.next)
    }
}

extension TimelineQuery {
    init(_ request: TimelineRequest, limits: ServerLimits) throws {
        self.init(try SearchQuery(selection: request, limits: limits))
        period = try request.every.map { try Option.read($0, "every", default: .day) }
        per = request.per ?? per
        guard (1...1_000_000_000).contains(per) else {
            throw Option.invalid("per must lie between 1 and 1000000000", hint: "1000 is usual")
        }
        bound = limits.periods
    }
}

extension TimelineReply {
    init(_ timeline: Timeline, text: String?, tookMs: Double) {
        self.init(
            index: .init(timeline.stamp), tookMs: tookMs, query: QueryEcho(text: text ?? "", parsed: timeline.parsed),
            total: .init(timeline.totals), undated: timeline.undated, every: timeline.period.rawValue,
            per: timeline.per,
            periods: timeline.points.map { point in
                TimelinePoint(period: point.period, count: point.count, total: point.total, rate: point.rate)
            }, exact: timeline.isExact)
    }
}

extension ScreenQuery {
    init(_ request: ScreenRequest, limits: ServerLimits) throws {
        guard request.names.count <= limits.names else {
            throw Option.invalid("more than \(limits.names) names in one request", hint: "send them a few at a time")
        }
        guard request.names.allSatisfy({ $0.utf8.count <= limits.query.maxBytes }) else {
            throw Option.invalid(
                "a name is longer than \(limits.query.maxBytes) bytes", hint: "send one name in each element of names")
        }
        self.init(request.names)
        types = request.type
        timeLimit = limits.searchTime
    }
}

extension ScreenReply {
    init(_ screening: ScreenResult, tookMs: Double) {
        self.init(
            index: .init(screening.stamp), tookMs: tookMs,
            names: screening.names.map { name in
                ScreenedReply(
                    name: name.name, found: name.match.rawValue, distance: name.distance,
                    entities: name.entities.map { EntityReply(type: $0.type, name: $0.name) },
                    articles: name.articles, first: name.first, last: name.last,
                    with: name.company.map { item in
                        EntityCount(
                            type: item.type, name: item.count.value, articles: item.count.articles,
                            passages: item.count.passages)
                    })
            }, exact: screening.isExact)
    }
}
