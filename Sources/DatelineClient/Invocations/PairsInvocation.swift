package import DatelineAPI

/// `dateline pairs`.
package struct PairsInvocation: Invocation {
    /// What is asked.
    package var request: PairsRequest
    /// Whether every page is fetched, one after the other.
    package var all: Bool
    /// A graph in place of a list.
    package var graph: PairGraph?
    /// How it is printed.
    package var options: OutputOptions

    /// - Throws: ``ClientError`` with the code `usage`: flags that contradict each other.
    package init(request: PairsRequest, all: Bool, graph: PairGraph?, options: OutputOptions) throws(ClientError) {
        if all { try options.requireAllPages(limit: request.limit) }
        if graph != nil && options.format != .text { throw .usage("--graph and --format exclude each other") }
        self.request = request
        self.all = all
        self.graph = graph
        self.options = options
    }

    package var queryText: String? { request.q }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get("/v1/pairs", request))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson, .tsv], for: "pairs")
        var page = request
        if all { page.limit = 1000 }
        var matched = false
        var nodes: Set<String> = []
        if let graph { try session.output.write(exact: Array(graph.head.utf8)) }
        while true {
            let (reply, bytes) = try await session.daemon.fetch(PairsReply.self, .get("/v1/pairs", page))
            if let graph {
                let text = graph.page(reply, countsPassages: request.by == "passage", known: &nodes)
                try session.output.write(exact: Array(text.utf8))
            } else {
                try printPairs(reply, bytes, session)
            }
            if !reply.exact { try session.note("the time was up: there are no pairs") }
            // A script that reads a page of the usual format has not asked for this.
            if options.format == .text, !all, session.output.isTerminal, let more = PairLines.more(reply) {
                try session.note(more)
            }
            matched = matched || !reply.pairs.isEmpty
            // A cursor that does not move would never end.
            guard all, let next = reply.next, next != page.after else { break }
            page.after = next
        }
        if let graph { try session.output.write(exact: Array(graph.tail.utf8)) }
        return matched ? .success : .nothing
    }

    private func printPairs(_ reply: PairsReply, _ bytes: [UInt8], _ session: Session) throws(ClientError) {
        let lines =
            switch options.format {
            case .json: JSONLines.verbatim(bytes)
            case .ndjson: JSONLines.render(reply.pairs)
            default: Array(PairLines.tabSeparated(reply).utf8)
            }
        try session.output.write(exact: lines)
    }
}
