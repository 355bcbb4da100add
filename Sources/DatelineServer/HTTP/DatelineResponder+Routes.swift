import DatelineAPI
import HTTPTypes
import Hummingbird
import NIOCore
import QueryLanguage
import SearchIndex

extension DatelineResponder {
    /// What a route answers.
    func answer(
        _ request: Request, _ route: Route, _ context: ConnectionContext, _ limits: ServerLimits
    ) async throws -> Response {
        let (trace, cancellation) = (context.trace, context.cancellation)
        let clock = trace.began
        switch route {
        case .search:
            let search: SearchRequest = try await meaning(of: request, limits)
            return try await SearchRoute(index: index, limits: limits).respond(
                to: search, since: clock, on: context)
        case .similar(let id):
            var search: SearchRequest = try await meaning(of: request, limits)
            search.similarTo = id
            return try await SearchRoute(index: index, limits: limits).respond(
                to: search, since: clock, on: context)
        case .count:
            let count: CountRequest = try await meaning(of: request, limits)
            trace.note(query: count.q)
            let result = try await index.count(try SearchQuery(count, limits: limits), unless: cancellation)
            trace.note(isExact: result.isExact)
            return JSONResponse.reply(CountReply(result, text: count.q, tookMs: clock.milliseconds))
        case .facet(let field):
            var facet: FacetPageRequest = try await meaning(of: request, limits)
            facet.field = field
            trace.note(query: facet.q)
            let page = try await index.facet(try FacetQuery(facet, limits: limits), unless: cancellation)
            trace.note(isExact: page.isExact)
            return JSONResponse.reply(FacetPageReply(page, tookMs: clock.milliseconds))
        case .pairs:
            let pairs: PairsRequest = try await meaning(of: request, limits)
            trace.note(query: pairs.q)
            let page = try await index.pairs(try PairQuery(pairs, limits: limits), unless: cancellation)
            trace.note(isExact: page.isExact)
            return JSONResponse.reply(PairsReply(page, fields: pairs.field, tookMs: clock.milliseconds))
        case .timeline:
            let timeline: TimelineRequest = try await meaning(of: request, limits)
            trace.note(query: timeline.q)
            let found = try await index.timeline(try TimelineQuery(timeline, limits: limits), unless: cancellation)
            trace.note(isExact: found.isExact)
            return JSONResponse.reply(TimelineReply(found, text: timeline.q, tookMs: clock.milliseconds))
        case .screen:
            let names: ScreenRequest = try await meaning(of: request, limits)
            let found = try await index.screening(try ScreenQuery(names, limits: limits), unless: cancellation)
            trace.note(isExact: found.isExact)
            return JSONResponse.reply(ScreenReply(found, tookMs: clock.milliseconds))
        case .suggest:
            let suggest = try SuggestRequest(queryString: request.uri.query ?? "")
            trace.note(query: suggest.q)
            let list = try await index.completions(try CompletionQuery(suggest, limits: limits), unless: cancellation)
            trace.note(isExact: list.isExact)
            return JSONResponse.reply(SuggestReply(list, tookMs: clock.milliseconds))
        case .stories:
            let stories = try StoriesRequest(queryString: request.uri.query ?? "")
            let page = try await index.stories(try StoryQuery(stories, limits: limits), unless: cancellation)
            trace.note(isExact: page.isExact)
            return JSONResponse.reply(StoriesReply(page, tookMs: clock.milliseconds))
        case .entities:
            let entities = try EntitiesRequest(queryString: request.uri.query ?? "")
            trace.note(query: entities.q)
            let page = try await index.entities(try EntityQuery(entities, limits: limits), unless: cancellation)
            trace.note(isExact: page.isExact)
            return JSONResponse.reply(EntitiesReply(page, tookMs: clock.milliseconds))
        case .corrections:
            return JSONResponse.reply(CorrectionsRoute(index: index, clock: clock).list())
        case .correct:
            let user = context.user
            let body = try await body(of: request, upTo: limits.correctionBytes)
            // Not on the event loop, where reading very many would hold up all other replies.
            return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                let list = try CorrectionRequest.list(json: body)
                return JSONResponse.reply(
                    try await CorrectionsRoute(index: index, clock: clock).add(list, uid: user))
            }
        case .undoCorrections(let numbers):
            return JSONResponse.reply(try await CorrectionsRoute(index: index, clock: clock).undo(numbers))
        case .ingest:
            // Not on the event loop, where cutting up a long body would hold up all other replies.
            return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try await IngestRoute(index: index, limits: limits, metrics: metrics).respond(
                    to: request, context, since: clock)
            }
        case .gazetteers, .putGazetteer, .deleteGazetteer:
            return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try await GazetteerRoute(index: index).respond(to: request, route, context, since: clock)
            }
        case .article(let id):
            guard let (article, passages, stamp) = try await index.article(id: id) else { throw missing("article", id) }
            return JSONResponse.reply(
                ArticleReply(
                    index: .init(stamp), tookMs: clock.milliseconds, article: ArticleDetail(article, passages)))
        case .deleteArticle(let id):
            let existed = try await index.delete(ids: [id]) == [true]
            if !existed { throw missing("article", id) }
            return JSONResponse.reply(
                DeleteReply(index: .init(index.stamp), tookMs: clock.milliseconds, deleted: [id], missing: []))
        case .passage(let text):
            guard let id = PassageID(text), let (passage, article, stamp) = try await index.passage(id) else {
                throw missing("passage", text)
            }
            return JSONResponse.reply(
                PassageReply(
                    index: .init(stamp), tookMs: clock.milliseconds, passage: PassageDetail(passage),
                    article: ArticleSummary(article)))
        case .check:
            let report = try await index.check()
            return JSONResponse.reply(CheckReply(report, index: .init(index.stamp), tookMs: clock.milliseconds))
        case .compact:
            let (before, after) = try await index.compact()
            return JSONResponse.reply(
                CompactReply(
                    index: .init(index.stamp), tookMs: clock.milliseconds, bytesBefore: before, bytesAfter: after))
        case .backup: return try await BackupRoute(index: index).respond()
        case .reindex:
            let report = try await index.reindex()
            return JSONResponse.reply(IngestReply(report, index: index.stamp, tookMs: clock.milliseconds))
        case .queries, .putQuery, .deleteQuery:
            // Not on the event loop, for it waits for the disk.
            return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try StandingRoute(index: index, limits: limits).respond(to: request, route, since: clock)
            }
        case .watch:
            let watch = try WatchRequest(queryString: request.uri.query ?? "")
            return try await WatchRoute(index: index, limits: limits, watches: watches).respond(to: watch, on: context)
        case .export: return try await ExportRoute(index: index).respond()
        case .status:
            return JSONResponse.reply(
                StatusReply(index, limits: limits, started: started, tookMs: clock.milliseconds))
        case .fields:
            return JSONResponse.reply(FieldsReply(index: .init(index.stamp), tookMs: clock.milliseconds))
        case .metrics: return MetricsRoute(index: index, metrics: metrics, counter: counter, watches: watches).respond()
        case .openAPI: return try OpenAPIRoute.respond()
        case .health:
            return JSONResponse.reply(HealthReply(index: .init(index.stamp), tookMs: clock.milliseconds))
        }
    }

    /// Reads a request from the query string of a GET, or the JSON body of a POST.
    private func meaning<R: DatelineAPI.Request>(of request: Request, _ limits: ServerLimits) async throws -> R {
        if request.method == .get { return try R(queryString: request.uri.query ?? "") }
        return try R(json: try await body(of: request, upTo: limits.requestBytes))
    }

    private func body(of request: Request, upTo limit: Int) async throws -> [UInt8] {
        do { return Array(try await request.body.collect(upTo: limit).readableBytesView) } catch is NIOTooManyBytesError
        {
            throw APIError(.contentTooLarge, code: "too_large", "the request is larger than \(limit) bytes")
        }
    }

    private func missing(_ what: String, _ id: String) -> APIError {
        APIError(.notFound, code: "not_found", "there is no \(what) \(id)", hint: "ids are printed by dateline search")
    }
}
