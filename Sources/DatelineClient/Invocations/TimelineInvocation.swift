package import DatelineAPI

/// `dateline timeline`.
package struct TimelineInvocation: Invocation {
    /// What is asked.
    package var request: TimelineRequest
    /// How it is printed.
    package var options: OutputOptions

    package init(request: TimelineRequest, options: OutputOptions) {
        self.request = request
        self.options = options
    }

    package var queryText: String? { request.q }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get("/v1/timeline", request))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson, .tsv], for: "timeline")
        let (reply, bytes) = try await session.daemon.fetch(TimelineReply.self, .get("/v1/timeline", request))
        switch options.format {
        case .json: try session.output.write(exact: JSONLines.verbatim(bytes))
        case .ndjson: try session.output.write(exact: JSONLines.render(reply.periods))
        case .text where session.output.isTerminal:
            // Bars are of what was asked for: rates when --per was given.
            try session.output.write(
                TimelineLines.plot(
                    reply.periods, showsRate: request.per != nil, width: session.output.style.width))
        default: try session.output.write(exact: Array(TimelineLines.tabSeparated(reply.periods).utf8))
        }
        if !reply.exact { try session.note("the time was up: there is no timeline") }
        if reply.undated > 0, options.format != .json {
            try session.note(
                "\(Wording.count(reply.undated, "matching article")) without a date, which the timeline leaves out")
        }
        return reply.total.passages > 0 ? .success : .nothing
    }
}
