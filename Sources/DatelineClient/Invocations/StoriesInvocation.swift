package import DatelineAPI

/// `dateline stories`: lists the stories that have several articles.
package struct StoriesInvocation: Invocation {
    /// What is asked.
    package var request: StoriesRequest
    /// Whether every page is fetched, one after the other.
    package var all: Bool
    /// How it is printed.
    package var options: OutputOptions

    /// - Throws: ``ClientError`` with the code `usage`: flags that contradict each other.
    package init(request: StoriesRequest, all: Bool, options: OutputOptions) throws(ClientError) {
        if all { try options.requireAllPages(limit: request.limit) }
        self.request = request
        self.all = all
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get("/v1/stories", request))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require(OutputFormat.allCases, for: "stories")
        let listing = try Listing<StoryColumn>(options)
        var page = request
        if all { page.limit = 1000 }
        var matched = false
        while true {
            let (reply, bytes) = try await session.daemon.fetch(StoriesReply.self, .get("/v1/stories", page))
            if try !listing.print(reply.stories, on: session.output) {
                try session.output.write(exact: lines(reply, bytes))
            }
            if !reply.exact { try session.note("the time was up: there are no stories") }
            if options.isForPeople, !all, session.output.isTerminal, let next = reply.next {
                try session.note("\(Wording.count(reply.distinct, "story")) in all; more with --after \(next)")
            }
            matched = matched || !reply.stories.isEmpty
            // A cursor that does not move would never end.
            guard all, let next = reply.next, next != page.after else { break }
            page.after = next
        }
        return matched ? .success : .nothing
    }

    private func lines(_ reply: StoriesReply, _ bytes: [UInt8]) -> [UInt8] {
        switch options.format {
        case .json: JSONLines.verbatim(bytes)
        case .ndjson: JSONLines.render(reply.stories)
        case .text, .tsv: Array(StoryLines.tabSeparated(reply.stories).utf8)
        case .ids: Array(StoryLines.ids(reply.stories, end: options.idEnd).utf8)
        }
    }
}
