import DatelineAPI

/// One of the connections that carry batches to the daemon.
struct IngestSender: Sendable {
    /// How long a daemon may answer 503 before the ingest is given up.
    static let patience = Duration.seconds(120)

    let daemon: Daemon
    let source: BatchSource
    let tally: IngestTally

    /// Sends batches until there are none. The error, if any, is one after which going on makes no sense.
    func run() async -> ClientError? {
        do throws(ClientError) {
            while let step = await source.next() {
                switch step {
                case .failure(let error): try await tally.add(error)
                case .batch(let batch): try await send(batch)
                }
            }
            return nil
        } catch {
            await source.stop()
            return error
        }
    }

    private func send(_ batch: IngestBatch) async throws(ClientError) {
        let answer = try await untilAccepted(batch.request)
        // A reply that lists what was not accepted may come with a status from 400 up.
        if let reply = try? JSON.decode(IngestReply.self, from: answer.body) {
            try await tally.add(reply, bytesRead: batch.bytesRead)
            return
        }
        guard answer.status >= 400 else { throw .notOurs(answer) }
        let error = ClientError(answer)
        guard error.exitStatus == .usage else { throw error }
        for name in batch.names {
            let failure = IngestError(name: name, code: error.code.rawValue, message: error.message, hint: error.hint)
            try await tally.add(failure)
        }
    }

    /// Sends the request again while the daemon asks to, after the time that it names, spread at random so that
    /// several clients do not come back together. A 503 that names no time is an answer like any other.
    private func untilAccepted(_ request: HTTPRequest) async throws(ClientError) -> HTTPReply {
        let start = ContinuousClock.now
        while true {
            let answer = try await daemon.exchange(request)
            guard answer.status == 503, let wait = answer.retryAfter, start.duration(to: .now) < Self.patience else {
                return answer
            }
            let seconds = Double(min(max(wait, 0), 30))
            try? await Task.sleep(for: .seconds(seconds * .random(in: 0.5...1.5) + .random(in: 0...0.05)))
        }
    }
}
