package import DatelineAPI

/// `dateline suggest`: completes the last word of what was typed.
package struct SuggestInvocation: Invocation {
    /// What is asked.
    package var request: SuggestRequest
    /// How it is printed.
    package var options: OutputOptions

    package init(request: SuggestRequest, options: OutputOptions) {
        self.request = request
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get("/v1/suggest", request))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require(OutputFormat.allCases, for: "suggest")
        let listing = try Listing<SuggestionColumn>(options)
        let (reply, bytes) = try await session.daemon.fetch(SuggestReply.self, .get("/v1/suggest", request))
        let isPrinted = try listing.print(reply.suggestions, on: session.output)
        let lines: [UInt8] =
            switch options.format {
            case .json: JSONLines.verbatim(bytes)
            case .ndjson: JSONLines.render(reply.suggestions)
            case .text, .tsv: Array(SuggestionLines.tabSeparated(reply.suggestions).utf8)
            case .ids: Array(SuggestionLines.texts(reply.suggestions, end: options.idEnd).utf8)
            }
        if !isPrinted { try session.output.write(exact: lines) }
        if !reply.exact { try session.note("the time was up: there are no suggestions") }
        return reply.suggestions.isEmpty ? .nothing : .success
    }
}
