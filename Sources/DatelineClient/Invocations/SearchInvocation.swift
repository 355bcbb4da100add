package import DatelineAPI

/// `dateline search` and `dateline similar`.
package struct SearchInvocation: Invocation {
    /// What is asked.
    package var request: SearchRequest
    /// Whether every page is fetched, one after the other.
    package var all: Bool
    /// How it is printed.
    package var options: OutputOptions
    /// The file that the manifest is written to; nil for none.
    package var pin: String?

    /// - Throws: ``ClientError`` with the code `usage`: flags that contradict each other.
    package init(request: SearchRequest, all: Bool, options: OutputOptions, pin: String? = nil)
        throws(ClientError)
    {
        if all && pin != nil { throw .usage("--all and --pin exclude each other", hint: "give -n with --pin") }
        self.pin = pin
        if all { try options.requireAllPages(limit: request.limit) }
        self.request = request
        self.all = all
        self.options = options
    }

    package var queryText: String? { request.q }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get("/v1/search", request))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        let listing = try Listing<HitColumn>(options)
        var page = request
        if all { page.limit = 1000 }
        if pin != nil { page.pin = true }
        let (first, bytes) = try await session.daemon.fetch(SearchReply.self, .get("/v1/search", page))
        try note(first, session)
        if let pin { try PinFile.write(first, to: request, at: pin) }
        try printHits(first, bytes, listing, session)
        var next = all ? first.next : nil
        page.facet = []
        page.explain = nil
        while let cursor = next {
            page.after = cursor
            let (reply, bytes) = try await session.daemon.fetch(SearchReply.self, .get("/v1/search", page))
            try printHits(reply, bytes, listing, session)
            // A cursor that does not move would never end.
            next = reply.next == cursor ? nil : reply.next
        }
        if options.isForPeople {
            try session.output.write(
                SearchText.facets(first.facets, order: request.facet, style: session.output.style))
            try session.output.write(SearchText.total(first, complete: all))
            if let terms = first.terms { try session.output.write(TerminalText.safe(ScoreText.terms(terms)) + "\n") }
        }
        return first.total.passages > 0 ? .success : .nothing
    }

    private func printHits(
        _ reply: SearchReply, _ bytes: [UInt8], _ listing: Listing<HitColumn>, _ session: Session
    ) throws(ClientError) {
        if try listing.print(reply.hits, on: session.output) { return }
        switch options.format {
        case .text: try session.output.write(SearchText.hits(reply.hits, style: session.output.style))
        case .json: try session.output.write(exact: JSONLines.verbatim(bytes))
        case .ndjson: try session.output.write(exact: JSONLines.render(reply.hits))
        case .tsv:
            let rows = reply.hits.map { hit in HitColumn.usual.map { $0.value(of: hit).text } }
            try session.output.write(exact: Array(TabSeparated.render(rows).utf8))
        case .ids:
            let ids = reply.hits.map { $0.id + options.idEnd }.joined()
            try session.output.write(exact: Array(ids.utf8))
        }
    }

    private func note(_ reply: SearchReply, _ session: Session) throws(ClientError) {
        if reply.relaxed {
            try session.note("few passages have all of these words, so any of them was enough (--match all insists)")
        }
        if !reply.exact { try session.note("the time was up: totals and facets are incomplete") }
        // The reply as JSON has it already.
        if options.format != .json { for line in reply.explanation ?? [] { try session.note(line) } }
        if let suggestion = reply.suggestion { try session.note("did you mean: \(suggestion)") }
    }
}
