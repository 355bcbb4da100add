package import DatelineAPI

/// `dateline check`.
package struct CheckInvocation: Invocation {
    /// How it is printed.
    package var options: OutputOptions

    package init(options: OutputOptions) { self.options = options }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(HTTPRequest(.post, "/v1/admin/check"))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson], for: "check")
        let (reply, bytes) = try await session.daemon.fetch(CheckReply.self, HTTPRequest(.post, "/v1/admin/check"))
        if options.format == .text {
            try session.output.write(TerminalText.safe(reply.text, keepingLines: true))
        } else {
            try session.output.write(exact: JSONLines.verbatim(bytes))
        }
        return reply.ok ? .success : .damaged
    }
}
