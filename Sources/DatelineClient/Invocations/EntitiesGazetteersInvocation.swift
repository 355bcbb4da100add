package import DatelineAPI

/// `dateline entities gazetteers`: lists the user's own gazetteers.
package struct EntitiesGazetteersInvocation: Invocation {
    /// How it is printed.
    package var options: OutputOptions

    package init(options: OutputOptions) {
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(HTTPRequest(.get, "/v1/entities/gazetteers"))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson, .tsv, .ids], for: "entities gazetteers")
        let listing = try Listing<GazetteerColumn>(options)
        let (reply, bytes) = try await session.daemon.fetch(
            GazetteersReply.self, HTTPRequest(.get, "/v1/entities/gazetteers"))
        if try listing.print(reply.gazetteers, on: session.output) {
            return reply.gazetteers.isEmpty ? .nothing : .success
        }
        switch options.format {
        case .json: try session.output.write(exact: JSONLines.verbatim(bytes))
        case .ndjson: try session.output.write(exact: JSONLines.render(reply.gazetteers))
        case .tsv: try session.output.write(exact: Array(GazetteerText.tabSeparated(reply).utf8))
        case .ids:
            try session.output.write(exact: Array(reply.gazetteers.map { $0.name + options.idEnd }.joined().utf8))
        case .text: try session.output.write(GazetteerText.list(reply))
        }
        return reply.gazetteers.isEmpty ? .nothing : .success
    }
}
