package import DatelineAPI

/// `dateline entities`: lists the names that the index knows.
package struct EntitiesInvocation: Invocation {
    /// What is asked.
    package var request: EntitiesRequest
    /// Whether every page is fetched, one after the other.
    package var all: Bool
    /// How it is printed.
    package var options: OutputOptions

    /// - Throws: ``ClientError`` with the code `usage`: flags that contradict each other.
    package init(request: EntitiesRequest, all: Bool, options: OutputOptions) throws(ClientError) {
        if all { try options.requireAllPages(limit: request.limit) }
        self.request = request
        self.all = all
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get("/v1/entities", request))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require(OutputFormat.allCases, for: "entities")
        let listing = try Listing<EntityColumn>(options)
        var page = request
        if all { page.limit = 1000 }
        var matched = false
        while true {
            let (reply, bytes) = try await session.daemon.fetch(EntitiesReply.self, .get("/v1/entities", page))
            if try !listing.print(reply.entities, on: session.output) {
                try session.output.write(exact: lines(reply, bytes))
            }
            if !reply.exact { try session.note("the time was up: there are no names") }
            if options.isForPeople, !all, session.output.isTerminal, let next = reply.next {
                try session.note("\(Wording.count(reply.distinct, "name")) in all; more with --after \(next)")
            }
            matched = matched || !reply.entities.isEmpty
            // A cursor that does not move would never end.
            guard all, let next = reply.next, next != page.after else { break }
            page.after = next
        }
        return matched ? .success : .nothing
    }

    private func lines(_ reply: EntitiesReply, _ bytes: [UInt8]) -> [UInt8] {
        switch options.format {
        case .json: JSONLines.verbatim(bytes)
        case .ndjson: JSONLines.render(reply.entities)
        case .text, .tsv: Array(EntityLines.tabSeparated(reply.entities).utf8)
        case .ids: Array(EntityLines.names(reply.entities, end: options.idEnd).utf8)
        }
    }
}
