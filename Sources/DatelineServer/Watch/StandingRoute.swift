import DatelineAPI
import HTTPTypes
import Hummingbird
import SearchIndex

/// Answers `/v1/queries`: lists the standing queries, keeps them and forgets them.
struct StandingRoute {
    let index: Index
    let limits: ServerLimits

    func respond(to request: Request, _ route: Route, since clock: ContinuousClock.Instant) throws -> Response {
        switch route {
        case .putQuery(let name):
            guard StandingQuery.isName(name) else {
                throw APIError(
                    .badRequest, code: RequestError.Code.invalidParameter.rawValue,
                    "this cannot be the name of a query",
                    hint: "use letters, digits, '.', '_' and '-', a letter or digit first, at most 100")
            }
            let wanted = try StandingQueryRequest(queryString: request.uri.query ?? "")
            let query = StandingQuery(
                name: name, text: wanted.queryString, query: try SearchQuery(watching: wanted, limits: limits))
            try index.standing.put([query], limit: limits.standingQueries)
            return reply([query], clock)
        case .deleteQuery(let name):
            let gone = index.standing.all.filter { $0.name == name }
            try index.standing.remove(name)
            return reply(gone, clock)
        default: return reply(index.standing.all, clock)
        }
    }

    /// Reads the queries that are kept, and logs those that do not mean anything any more.
    static func understand(_ index: Index, limits: ServerLimits, problem: (String) -> Void) {
        index.standing.understand { kept in
            do {
                return try SearchQuery(watching: StandingQueryRequest(queryString: kept.text), limits: limits)
            } catch {
                problem(kept.name)
                return nil
            }
        }
    }

    private func reply(_ queries: [StandingQuery], _ clock: ContinuousClock.Instant) -> Response {
        JSONResponse.reply(
            StandingQueriesReply(
                index: .init(index.stamp), tookMs: clock.milliseconds,
                queries: queries.map { query in
                    StandingQueryDetail(
                        name: query.name, request: query.text,
                        problem: query.query == nil ? "it cannot be read any more: add it anew" : nil)
                }, total: index.standing.all.count))
    }
}
