import DatelineAPI
import QueryLanguage
import SearchIndex

// What the index says of names as the protocol's replies, and requests for it. Nothing is decided here.

extension EntityQuery {
    init(_ request: EntitiesRequest, limits: ServerLimits) throws {
        self.init()
        timeLimit = limits.searchTime
        prefix = request.q
        types = request.type
        limit = try Option.limit(request.limit, default: limit, limits)
        after = request.after
    }
}

extension EntitiesReply {
    init(_ page: EntityPage, tookMs: Double) {
        self.init(
            index: .init(page.stamp), tookMs: tookMs,
            entities: page.items.map { item in
                EntityCount(
                    type: item.type, name: item.count.value, articles: item.count.articles,
                    passages: item.count.passages)
            }, distinct: page.distinct, exact: page.isExact, next: page.next)
    }
}

extension CorrectionsReply {
    init(_ outcome: CorrectionOutcome, tookMs: Double) {
        self.init(
            index: .init(outcome.stamp), tookMs: tookMs,
            corrections: outcome.changed.map { entry in
                CorrectionReply(
                    number: entry.number, time: entry.time, uid: Int(entry.uid),
                    verb: entry.correction.verb.rawValue, name: entry.correction.subject,
                    into: entry.correction.target, where: entry.correction.articles)
            }, total: outcome.total, unknown: outcome.unknown)
    }
}
