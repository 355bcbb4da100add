package import DatelineAPI

/// `dateline status`.
package struct StatusInvocation: Invocation {
    /// How it is printed.
    package var options: OutputOptions

    package init(options: OutputOptions) {
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(HTTPRequest(.get, "/v1/status"))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson, .tsv], for: "status")
        let (reply, bytes) = try await session.daemon.fetch(StatusReply.self, HTTPRequest(.get, "/v1/status"))
        switch options.format {
        case .json, .ndjson: try session.output.write(exact: JSONLines.verbatim(bytes))
        case .tsv: try session.output.write(exact: Array(StatusLines.tabSeparated(reply).utf8))
        default: try session.output.write(StatusLines.text(reply))
        }
        return .success
    }
}
