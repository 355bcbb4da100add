import DatelineAPI
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import QueryLanguage
import SearchIndex

/// Answers HTTP requests from an index: one method a route, all errors in one place.
struct DatelineResponder: HTTPResponder {
    typealias Context = ConnectionContext

    let index: Index
    let settings: SettingsStore
    let counter: ConnectionCounter
    let metrics: ServerMetrics
    let watches: Watches
    let ids = RequestIDs()
    let started: ContinuousClock.Instant

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let trace = RequestTrace(id: ids.id(given: request.headers[.requestID]))
        let context = context.tracing(trace)
        let settings = settings.newest
        var name = Route.Name.other
        var response: Response
        do {
            response = try await admitted(request, context, settings, &name)
        } catch {
            response = JSONResponse.error(failure(error, context))
        }
        response.headers[.requestID] = trace.id
        let ending = RequestEnding(
            log: RequestLog(
                logger: context.logger, trace: trace, method: request.method, route: name, origin: context.origin),
            metrics: metrics, settings: settings, status: response.status)
        // A stream has only begun: how long it took is known at its end.
        if response.body.contentLength == nil { return ending.attached(to: response) }
        ending.note()
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Answers a request whose sender may make it, when there is room.
    private func admitted(
        _ request: Request, _ context: ConnectionContext, _ settings: Settings, _ name: inout Route.Name
    ) async throws -> Response {
        if context.isOneTooMany { throw refusal(context, settings.limits) }
        let route = try Route(method: request.method, path: request.uri.path)
        name = route.name
        try Gate(rules: settings.access, tokens: settings.tokens).check(route, of: request, on: context)
        if route.isSearch {
            return try await counter.search(limit: settings.limits.searches) {
                try await answer(request, route, context, settings.limits)
            }
        }
        if route.role == .write {
            return try await counter.write { try await answer(request, route, context, settings.limits) }
        }
        return try await answer(request, route, context, settings.limits)
    }

    /// The error that a client sees.
    private func failure(_ error: any Error, _ context: ConnectionContext) -> APIError {
        switch error {
        case let error as APIError: return error
        case let error as SearchIndexError:
            if error.code == .storage || error.code == .corrupt {
                context.logger.error("a request failed", metadata: ["error": "\(error)"])
            }
            return APIError(error)
        case let error as QueryError: return APIError(error)
        case let error as RequestError: return APIError(error)
        case let error as HTTPParserError: return BadRequest.error(for: error)
        case is CancellationError:
            return APIError(
                .serviceUnavailable, code: "closing", "the daemon is being stopped", hint: "send the request again")
        default:
            if context.cancellation.isCancelled {
                context.logger.debug("a client went away", metadata: ["error": "\(error)"])
                return BadRequest.error(for: .invalidEOFState)
            }
            context.logger.error("a request failed", metadata: ["error": "\(error)"])
            return APIError(
                .internalServerError, code: "internal", "the daemon failed at this request",
                hint: "its log says why, under the id of this request")
        }
    }

    private func refusal(_ context: ConnectionContext, _ limits: ServerLimits) -> APIError {
        context.closeSoon()
        return APIError(
            .serviceUnavailable, code: "busy", "there are \(limits.connections) connections already",
            hint: "try again in a moment")
    }
}
