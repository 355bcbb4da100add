package import DatelineAPI

/// `dateline watch`: prints passages that match as they come in, until it is ended.
///
/// When the daemon goes away it waits for one to listen again, and goes on where it was.
package struct WatchInvocation: Invocation {
    /// What is asked.
    package var request: WatchRequest
    /// How it is printed.
    package var options: OutputOptions
    /// So many hits, and it ends; nil for no end.
    package var limit: Int?
    /// Whether ndjson has lines that say how far the watch has come.
    package var marks: Bool

    package init(request: WatchRequest, options: OutputOptions, limit: Int?, marks: Bool) throws(ClientError) {
        try options.require([.text, .ndjson, .ids], for: "watch")
        if marks && options.format != .ndjson { throw .usage("--marks needs --format ndjson") }
        if let limit, limit < 1 { throw .usage("-n must be 1 or more") }
        self.request = request
        self.options = options
        self.limit = limit
        self.marks = marks
    }

    package var queryText: String? { request.q }

    /// How long it waits between two looks for a daemon, at first and at most.
    private static let (firstWait, longestWait) = (0.1, 5.0)

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(.get("/v1/watch", request), options: ["-N"])]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        let progress = WatchProgress()
        var wait = Self.firstWait
        var isWaiting = false
        while true {
            var request = request
            if let through = progress.through {
                request.sinceRevision = through
                request.uuid = progress.uuid
            }
            progress.restart()
            do throws(ClientError) {
                let before = progress.through
                let reply = try await session.daemon.lines(
                    .get("/v1/watch", request), starting: before == nil
                ) { line throws(ClientError) in
                    try take(line, progress, session)
                }
                guard reply.status < 400 else { throw ClientError(reply) }
                if let limit, progress.hits >= limit { return .success }
                if let end = progress.end, end.code != "unavailable" { throw Self.error(end) }
                (wait, isWaiting) = (Self.firstWait, false)
            } catch {
                // Before the first line it is told as of every command.
                guard progress.through != nil, Self.mayPass(error) else { throw error }
            }
            if !isWaiting { try session.note("the daemon went away; waiting for it") }
            isWaiting = true
            try? await Task.sleep(for: .seconds(wait))
            wait = min(wait * 2, Self.longestWait)
        }
    }

    /// Prints a line. False when there are as many hits as are wanted.
    private func take(_ line: ArraySlice<UInt8>, _ progress: WatchProgress, _ session: Session) throws(ClientError)
        -> Bool
    {
        switch try progress.note(line) {
        case .seen: return true
        case .mark:
            if marks { try session.output.write(exact: JSONLines.verbatim(Array(line))) }
            return true
        case .hit:
            switch options.format {
            case .ndjson: try session.output.write(exact: JSONLines.verbatim(Array(line)))
            default:
                guard let found = try? JSON.decode(WatchHit.self, from: Array(line)) else {
                    throw ClientError(.badReply, "a hit of the watch does not read", exitStatus: .noDaemon)
                }
                if options.format == .ids {
                    try session.output.write(exact: Array((found.hit.id + options.idEnd).utf8))
                } else {
                    let name = found.query.map { TerminalText.safe($0) + ":\n" } ?? ""
                    try session.output.write(name + SearchText.hits([found.hit], style: session.output.style))
                }
            }
            return limit.map { progress.hits < $0 } ?? true
        }
    }

    /// Whether an error may be gone when a daemon listens again.
    private static func mayPass(_ error: ClientError) -> Bool {
        [.noDaemon, .connectionLost].contains(error.code) || error.exitStatus == .tryAgain
    }

    /// What the last line said, as the error that it is.
    private static func error(_ end: ErrorDetail) -> ClientError {
        let status: ExitStatus =
            switch end.code {
            case "stale": .staleCursor
            case "storage", "corrupt", "internal": .tryAgain
            default: .usage
            }
        return ClientError(
            ClientError.Code(rawValue: end.code), end.message, hint: end.hint, exitStatus: status)
    }
}
