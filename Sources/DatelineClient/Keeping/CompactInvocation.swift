package import DatelineAPI

/// `dateline compact`.
package struct CompactInvocation: Invocation {
    /// How it is printed.
    package var options: OutputOptions

    package init(options: OutputOptions) { self.options = options }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(HTTPRequest(.post, "/v1/admin/compact"))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson], for: "compact")
        let (reply, bytes) = try await session.daemon.fetch(
            CompactReply.self, HTTPRequest(.post, "/v1/admin/compact"))
        if options.format == .text {
            try session.output.write("\(reply.bytesBefore) bytes before, \(reply.bytesAfter) now\n")
        } else {
            try session.output.write(exact: JSONLines.verbatim(bytes))
        }
        return .success
    }
}
