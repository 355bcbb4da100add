package import DatelineAPI

/// `dateline count`.
package struct CountInvocation: Invocation {
    /// What is asked.
    package var request: CountRequest
    /// How it is printed.
    package var options: OutputOptions

    package init(request: CountRequest, options: OutputOptions) {
        self.request = request
        self.options = options
    }

    package var queryText: String? { request.q }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get("/v1/count", request))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson, .tsv], for: "count")
        let (reply, bytes) = try await session.daemon.fetch(CountReply.self, .get("/v1/count", request))
        if !reply.exact { try session.note("the time was up: the count is incomplete") }
        guard let count = Self.count(reply.total, by: request.by) else {
            throw ClientError(.badReply, "the daemon did not count stories", exitStatus: .partial)
        }
        switch options.format {
        case .json, .ndjson: try session.output.write(exact: JSONLines.verbatim(bytes))
        default: try session.output.write("\(count)\n")
        }
        return count > 0 ? .success : .nothing
    }

    /// The total that `--by` names; articles unless it says otherwise.
    package static func count(_ total: Totals, by: String?) -> Int? {
        switch by {
        case "passage": total.passages
        case "story": total.stories
        default: total.articles
        }
    }
}
