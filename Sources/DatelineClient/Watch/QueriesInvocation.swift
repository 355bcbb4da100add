package import DatelineAPI

/// `dateline queries`: keeps queries under names, lists them and forgets them.
package struct QueriesInvocation: Invocation {
    /// What is done.
    package enum Action: Sendable {
        case list
        case add(name: String, StandingQueryRequest)
        case remove(name: String)
    }

    /// What is done.
    package var action: Action
    /// How it is printed.
    package var options: OutputOptions

    package init(_ action: Action, options: OutputOptions) {
        self.action = action
        self.options = options
    }

    package var queryText: String? { if case .add(_, let request) = action { request.q } else { nil } }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] { [CurlLine(request)] }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require(OutputFormat.allCases, for: "queries")
        let (reply, bytes) = try await session.daemon.fetch(StandingQueriesReply.self, request)
        for query in reply.queries {
            if let problem = query.problem { try session.note("\(query.name): \(problem)") }
        }
        switch options.format {
        case .json: try session.output.write(exact: JSONLines.verbatim(bytes))
        case .ndjson: try session.output.write(exact: JSONLines.render(reply.queries))
        case .ids:
            let names = reply.queries.map { $0.name + options.idEnd }.joined()
            try session.output.write(exact: Array(names.utf8))
        case .tsv:
            let rows = reply.queries.map { [$0.name, $0.request] }
            try session.output.write(exact: Array(TabSeparated.render(rows).utf8))
        case .text:
            let lines = reply.queries.map { "\($0.name)  \(Self.text(of: $0))" }
            try session.output.write(lines.map { TerminalText.safe($0) + "\n" }.joined())
        }
        return reply.queries.isEmpty ? .nothing : .success
    }

    private var request: HTTPRequest {
        switch action {
        case .list: HTTPRequest(.get, "/v1/queries")
        case .add(let name, let query): HTTPRequest(.put, "\(Self.path(name))?\(query.queryString)")
        case .remove(let name): HTTPRequest(.delete, Self.path(name))
        }
    }

    private static func path(_ name: String) -> String { "/v1/queries/\(PercentEncoding.encode(name))" }

    /// The query, and its filters as they would be given to the command.
    private static func text(of query: StandingQueryDetail) -> String {
        guard let request = try? StandingQueryRequest(queryString: query.request) else { return query.request }
        var parts = request.q.map { [$0] } ?? []
        parts += request.where.map { "--where \($0)" } + request.allOf.map { "--all-of \($0)" }
        parts += request.without.map { "--without \($0)" }
        parts += [request.since.map { "--since \($0)" }, request.until.map { "--until \($0)" }].compactMap(\.self)
        parts += request.match.map { ["--match \($0)"] } ?? []
        return parts.joined(separator: " ")
    }
}
