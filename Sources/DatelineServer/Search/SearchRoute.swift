import DatelineAPI
import Hummingbird
import SearchIndex

/// Why a stream of hits breaks off: a later page failed, or was stopped at its deadline, or nobody reads it any more.
private struct StreamCut: Error {}

/// Answers `/v1/search`: one page as JSON, or with `all` every hit as NDJSON.
struct SearchRoute {
    let index: Index
    let limits: ServerLimits

    func respond(
        to request: SearchRequest, since clock: ContinuousClock.Instant, on context: ConnectionContext
    ) async throws -> Response {
        let cancellation = context.cancellation
        context.trace.note(query: request.q ?? request.like ?? request.similarTo)
        var query = try SearchQuery(request, limits: limits)
        let streams = request.all == true
        if streams { query.limit = limits.results }
        let result = try await index.search(query, unless: cancellation)
        context.trace.note(isExact: result.isExact)
        var reply = SearchReply(result, text: request.q, tookMs: clock.milliseconds)
        if request.pin == true { reply.at = result.stamp.state.description }
        if !streams { return JSONResponse.reply(reply) }

        // The first line is the reply without hits; then one hit a line, fetched a page at a time as the client reads.
        let first = reply.hits
        reply.hits = []
        reply.next = nil
        let following = query
        let head = Self.lines([reply]) + Self.lines(first)
        let index = index
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: head))
            var query = following
            query.facets = []
            query.explains = false
            // What is not exact has no end to go on from.
            query.after = result.isExact ? result.next : nil
            while query.after != nil {
                let page: SearchResult
                do {
                    page = try await index.search(query, unless: cancellation)
                    // The first line has said that all is exact.
                    guard page.isExact else { throw Self.timeIsUp }
                } catch {
                    context.trace.note(isExact: false)
                    // The last line says why, and the body breaks off, which is an error to every client.
                    let failure = (error as? SearchIndexError).map(APIError.init) ?? Self.timeIsUp
                    try await writer.write(ByteBuffer(bytes: Self.lines([ErrorReply(error: failure.detail)])))
                    await context.drained()
                    throw StreamCut()
                }
                try await writer.write(ByteBuffer(bytes: Self.lines(page.hits.map(Hit.init))))
                query.after = page.next
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "application/x-ndjson"], body: body)
    }

    private static let timeIsUp = APIError(
        .serviceUnavailable, code: "time_is_up", "there was no time to find all hits of a page",
        hint: "ask for pages with limit and after")

    private static func lines(_ values: [some JSONWritable]) -> [UInt8] {
        var json = JSONWriter()
        for value in values { json.line(value) }
        return json.bytes
    }
}
