package import DatelineAPI

/// `dateline facet`.
package struct FacetInvocation: Invocation {
    /// What is asked.
    package var request: FacetPageRequest
    /// Whether every page is fetched, one after the other.
    package var all: Bool
    /// How it is printed.
    package var options: OutputOptions

    /// - Throws: ``ClientError`` with the code `usage`: flags that contradict each other.
    package init(request: FacetPageRequest, all: Bool, options: OutputOptions) throws(ClientError) {
        if all { try options.requireAllPages(limit: request.limit) }
        self.request = request
        self.all = all
        self.options = options
    }

    package var queryText: String? { request.q }

    private var path: String { "/v1/facets/\(PercentEncoding.encode(request.field))" }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get(path, request))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require(OutputFormat.allCases, for: "facet")
        let listing = try Listing<FacetColumn>(options)
        var page = request
        if all { page.limit = 1000 }
        var matched = false
        while true {
            let (reply, bytes) = try await session.daemon.fetch(FacetPageReply.self, .get(path, page))
            try printValues(reply, bytes, listing, session)
            if !reply.exact { try session.note("the time was up: the counts are incomplete") }
            // A script that reads a page of the usual format has not asked for this.
            if options.isForPeople, !all, session.output.isTerminal, let more = FacetLines.more(reply) {
                try session.note(more)
            }
            matched = matched || !reply.values.isEmpty
            // A cursor that does not move would never end.
            guard all, let next = reply.next, next != page.after else { break }
            page.after = next
        }
        return matched ? .success : .nothing
    }

    private func printValues(
        _ reply: FacetPageReply, _ bytes: [UInt8], _ listing: Listing<FacetColumn>, _ session: Session
    ) throws(ClientError) {
        let rows = reply.values.map { FacetColumn.Row(facet: reply.field, value: $0) }
        if try listing.print(rows, on: session.output) { return }
        let lines =
            switch options.format {
            case .json: JSONLines.verbatim(bytes)
            case .ndjson: JSONLines.render(reply.values)
            case .text, .tsv: Array(FacetLines.tabSeparated(reply).utf8)
            case .ids: Array(FacetLines.filters(reply, end: options.idEnd).utf8)
            }
        try session.output.write(exact: lines)
    }
}
