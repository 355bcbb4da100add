package import DatelineAPI

/// `dateline entities gazetteers remove`: takes gazetteers of the user's own out.
package struct EntitiesGazetteersRemoveInvocation: Invocation {
    /// Of gazetteers, as the list prints them.
    package var names: [String]
    /// How it is printed.
    package var options: OutputOptions

    package init(names: [String], options: OutputOptions) {
        self.names = names
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        names.map { CurlLine(HTTPRequest(.delete, "/v1/entities/gazetteers/\(PercentEncoding.encode($0))")) }
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson], for: "entities gazetteers remove")
        var removed = 0
        for name in names {
            let request = HTTPRequest(.delete, "/v1/entities/gazetteers/\(PercentEncoding.encode(name))")
            do {
                let (_, bytes) = try await session.daemon.fetch(DeleteReply.self, request)
                removed += 1
                if options.format == .text {
                    try session.output.write("removed \(TerminalText.safe(name))\n")
                } else {
                    try session.output.write(exact: JSONLines.verbatim(bytes))
                }
            } catch  where error.exitStatus == .nothing {
                try session.note("there is no gazetteer \(name)")
            }
        }
        if removed == names.count { return .success }
        return removed == 0 ? .nothing : .partial
    }
}
