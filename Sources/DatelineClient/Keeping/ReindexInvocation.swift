package import DatelineAPI

/// `dateline reindex`.
package struct ReindexInvocation: Invocation {
    /// How it is printed.
    package var options: OutputOptions

    package init(options: OutputOptions) { self.options = options }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(HTTPRequest(.post, "/v1/admin/reindex"))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson], for: "reindex")
        let (reply, bytes) = try await session.daemon.fetch(
            IngestReply.self, HTTPRequest(.post, "/v1/admin/reindex"))
        if options.format == .text {
            for error in reply.errors { try session.note("\(error.id ?? "an article"): \(error.message)") }
            try session.output.write("\(reply.replaced) articles made anew, \(reply.passages) passages\n")
        } else {
            try session.output.write(exact: JSONLines.verbatim(bytes))
        }
        return reply.errors.isEmpty ? .success : .partial
    }
}
