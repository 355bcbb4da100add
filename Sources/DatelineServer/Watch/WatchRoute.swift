import DatelineAPI
import Hummingbird
import QueryLanguage
import SearchIndex

/// Answers `GET /v1/watch`: lines for as long as the client reads them.
///
/// Nothing is kept for a client that reads slowly: each step looks at what came since the last one that was sent, so
/// what waits is in the index. A search thread is used for a step, and none while there is nothing new.
struct WatchRoute {
    let index: Index
    let limits: ServerLimits
    let watches: Watches

    /// A line comes at least this often, so that whoever is gone is noticed.
    private static let heartbeat = Duration.seconds(15)

    /// What a step does: the next passages from a position on.
    typealias Step = @Sendable (WatchPosition) async throws(SearchIndexError) -> WatchStep

    func respond(to request: WatchRequest, on context: ConnectionContext) async throws -> Response {
        context.trace.note(query: request.q)
        if !request.saved.isEmpty { return try await respondStanding(to: request, on: context) }
        let query = try SearchQuery(watching: request, limits: limits)
        let (index, cancellation) = (index, context.cancellation)
        return try await respond(to: request, on: context) { position throws(SearchIndexError) in
            try await index.watch(query, from: position, unless: cancellation)
        }
    }

    /// A watch of standing queries. Those that are kept later are found too when all are asked for.
    private func respondStanding(to request: WatchRequest, on context: ConnectionContext) async throws -> Response {
        var selection = StandingQueryRequest(request)
        selection.by = nil
        guard selection == StandingQueryRequest() else {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue,
                "saved and a query of the watch's own exclude each other", hint: "leave one of them out")
        }
        let names = request.saved.contains("*") ? nil : Set(request.saved)
        let known = Set(index.standing.all.map(\.name))
        if let missing = names?.subtracting(known).min() {
            throw APIError(
                .notFound, code: "not_found", "there is no standing query \(missing)",
                hint: "dateline queries list has them")
        }
        let (index, cancellation) = (index, context.cancellation)
        return try await respond(to: request, on: context) { position throws(SearchIndexError) in
            try await index.watchStanding(names, from: position, unless: cancellation)
        }
    }

    private func respond(to request: WatchRequest, on context: ConnectionContext, _ step: @escaping Step) async throws
        -> Response
    {
        let listener = index.commits.listener()
        let place = try watches.take(limit: limits.watches) {
            listener.ring()
            // A client that reads nothing does not hold the daemon up.
            context.closeSoon()
        }
        let start = try start(of: request)
        // What is wrong with the query or the revision is told before the stream begins.
        let first = try await step(start)
        context.whenClosed { listener.ring() }
        let begin = WatchMark.Beginning(
            index: .init(uuid: first.stamp.uuid, revision: Int(clamping: start.revision)),
            parsed: request.saved.isEmpty ? first.parsed : nil)
        let (watches, cancellation) = (watches, context.cancellation)
        let body = ResponseBody { writer in
            let heart = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: Self.heartbeat)
                    listener.ring()
                }
            }
            defer {
                heart.cancel()
                withExtendedLifetime(place) {}
            }
            try await writer.write(ByteBuffer(bytes: Self.lines([WatchMark(begin: begin)])))
            var next: WatchStep? = first
            var position = start
            for await _ in listener.rings {
                var isCaughtUp = false
                while !isCaughtUp {
                    if cancellation.isCancelled { throw CancellationError() }
                    if watches.isEnding {
                        return try await Self.end(&writer, Watches.closing)
                    }
                    let found: WatchStep
                    do throws(SearchIndexError) { found = if let next { next } else { try await step(position) } } catch
                    {
                        return try await Self.end(&writer, error)
                    }
                    next = nil
                    (position, isCaughtUp) = (found.position, found.isCaughtUp)
                    var json = JSONWriter()
                    for found in found.found { json.line(WatchHit(found)) }
                    if isCaughtUp { json.line(WatchMark(through: Int(clamping: position.revision))) }
                    if !json.bytes.isEmpty { try await writer.write(ByteBuffer(bytes: json.bytes)) }
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "application/x-ndjson"], body: body)
    }

    /// Where a watch begins.
    private func start(of request: WatchRequest) throws -> WatchPosition {
        let stamp = index.stamp
        if let uuid = request.uuid, uuid != stamp.uuid {
            throw SearchIndexError(
                .stale, "this is another index than the one that was watched",
                hint: "search for what is there, and watch without a revision")
        }
        guard let revision = request.sinceRevision else { return WatchPosition(revision: stamp.revision) }
        guard revision >= 0 else {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue, "since_revision is below 0",
                hint: "give the revision of a line of a watch, or of a reply's index")
        }
        return WatchPosition(revision: UInt64(revision))
    }

    /// Writes the last line: why the watch ends.
    private static func end(_ writer: inout any ResponseBodyWriter, _ error: SearchIndexError) async throws {
        try await writer.write(ByteBuffer(bytes: lines([WatchMark(end: APIError(error).detail)])))
        try await writer.finish(nil)
    }

    private static func lines(_ values: [some JSONWritable]) -> [UInt8] {
        var json = JSONWriter()
        for value in values { json.line(value) }
        return json.bytes
    }
}

extension StandingQueryRequest {
    /// What a watch asks for of its own.
    init(_ request: WatchRequest) {
        self.init()
        (q, `where`, allOf, without) = (request.q, request.where, request.allOf, request.without)
        (since, until, by, match) = (request.since, request.until, request.by, request.match)
    }
}

extension WatchHit {
    init(_ found: WatchStep.Found) {
        self.init(hit: Hit(found.hit), revision: Int(clamping: found.revision), query: found.query)
    }
}

extension SearchQuery {
    /// A query that is watched: all plain words must match unless `any` was asked for.
    init(watching request: some SelectionRequest, limits: ServerLimits) throws {
        guard request.by == nil || request.by == "passage" else {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue, "a watch is by passage",
                hint: "leave by out; each hit names its article")
        }
        try self.init(selection: request, limits: limits)
        if matching == .auto { matching = .all }
        // A step is short, and one that is not done leaves nothing out.
        timeLimit = nil
    }
}
