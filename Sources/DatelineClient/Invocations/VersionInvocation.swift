import DatelineAPI

/// `dateline --version`: this program's line, and the daemon's when one listens. Starts none.
package struct VersionInvocation: Invocation {
    package init() {}

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        var text = "dateline \(Release.text), reply schema \(DatelineAPI.schema)\n"
        let status = try? await session.daemon.fetch(StatusReply.self, HTTPRequest(.get, "/v1/status")).reply
        if let status {
            text += "datelined \(status.version), index schema \(status.schemaVersion), Xapian \(status.xapian)\n"
        }
        try session.output.write(TerminalText.safe(text, keepingLines: true))
        return .success
    }
}
