import DatelineAPI

/// Carries articles to the daemon: one request, worked on there as it arrives, or several where the input pauses.
struct IngestSender {
    /// How long a daemon may answer 503 before the ingest is given up.
    static let patience = Duration.seconds(120)

    private let daemon: Daemon
    private let tally: IngestTally
    private var source: PartSource
    private var upload: Upload?
    private var names = NamesSent()
    private let target: String

    /// `listsIDs`: whether the replies are to list the ids of what is sent.
    init(daemon: Daemon, source: PartSource, tally: IngestTally, listsIDs: Bool = false) {
        target = "/v1/articles" + (listsIDs ? "?ids=true" : "")
        self.daemon = daemon
        self.source = source
        self.tally = tally
    }

    /// Files of other kinds in the folders.
    var skipped: Int { source.skipped }

    /// Sends all that the source has. The error, if any, is one after which going on makes no sense.
    mutating func run() async -> ClientError? {
        do throws(ClientError) {
            while let step = source.next() {
                switch step {
                case .failure(let error): try await tally.add(error)
                case .piece(let piece): try await send(piece)
                case .pause: try await finish()
                }
            }
            try await finish()
            return nil
        } catch {
            return error
        }
    }

    private mutating func send(_ piece: IngestPiece) async throws(ClientError) {
        var current: Upload
        if let upload { current = upload } else { current = try await opened() }
        names.add(piece.names)
        let isTaken = await current.send(piece.bytes)
        upload = current
        if isTaken { try await tally.add(bytesRead: piece.bytesRead) } else { try await finish() }
    }

    /// Begins a request, again while the daemon asks to, after the time that it names, spread at random so that several
    /// clients do not come back together. Nothing of the input has been sent when it refuses, so nothing is lost.
    ///
    /// - Throws: ``ClientError``: what else the daemon answers, such as a 503 that names no time.
    private func opened() async throws(ClientError) -> Upload {
        let request = HTTPRequest(.post, target, contentType: source.boundary.contentType)
        let start = ContinuousClock.now
        while true {
            switch try await daemon.begin(request) {
            case .invited(let upload): return upload
            case .answered(let answer):
                guard answer.status == 503, let wait = answer.retryAfter, start.duration(to: .now) < Self.patience
                else {
                    throw answer.status < 400 ? .notOurs(answer) : ClientError(answer)
                }
                let seconds = Double(min(max(wait, 0), 30))
                try? await Task.sleep(for: .seconds(seconds * .random(in: 0.5...1.5) + .random(in: 0...0.05)))
            }
        }
    }

    /// Ends the request, if there is one, and adds up what came of it.
    private mutating func finish() async throws(ClientError) {
        guard var current = upload else { return }
        _ = await current.send(source.boundary.closing)
        let sent = names
        upload = nil
        names = NamesSent()
        let (answer, isWhole) = try await current.finish()
        // A reply that lists what was not accepted may come with a status from 400 up.
        if let reply = try? JSON.decode(IngestReply.self, from: answer.body) {
            try await tally.add(reply)
            if isWhole { return }
        }
        guard answer.status >= 400 else { throw .notOurs(answer) }
        var error = ClientError(answer)
        guard error.exitStatus == .usage else {
            error.hint = error.hint ?? "the same command again skips what is in the index already"
            throw error
        }
        for name in sent.names {
            let failure = IngestError(name: name, code: error.code.rawValue, message: error.message, hint: error.hint)
            try await tally.add(failure)
        }
        try await tally.add(errorsOmitted: sent.omitted)
    }
}
