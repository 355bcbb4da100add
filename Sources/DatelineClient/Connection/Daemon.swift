package import DatelineAPI
import NIOCore

/// The daemon as the commands see it: requests in, replies or errors out.
///
/// It connects on first use, starts a daemon of the user's own when none listens and that is wanted, and connects again
/// when the daemon has closed an idle connection.
package actor Daemon {
    /// Where to find it, and whether to start one.
    package struct Address: Sendable {
        /// The absolute path of its socket.
        package var socket: String
        /// What starts one; nil when none is to be started. Looked for only when none listens.
        package var launcher: @Sendable () -> DaemonLauncher?

        package init(socket: String, launcher: @autoclosure @escaping @Sendable () -> DaemonLauncher?) {
            self.socket = socket
            self.launcher = launcher
        }
    }

    /// How long a daemon may answer that it is busy before its answer is taken for final.
    static let patience = Duration.seconds(10)

    private let address: Address
    /// For uploads and downloads.
    private var connection: Connection?
    /// For everything else.
    private var direct: DirectConnection?

    package init(_ address: Address) {
        self.address = address
    }

    /// Sends a request and returns whatever the daemon answers, errors included.
    ///
    /// A request that meets a closed connection is sent once more on a new one: every request of this protocol,
    /// ingest too, has the same effect when it is repeated.
    ///
    /// While the daemon answers that it is busy (503), and names a time to come back after, the request is sent again,
    /// for some seconds; the times are spread at random, so that several clients do not come back together.
    ///
    /// - Throws: ``ClientError``: no daemon, no permission, or the connection was lost twice.
    package func exchange(_ request: HTTPRequest) async throws(ClientError) -> HTTPReply {
        let start = ContinuousClock.now
        while true {
            let reply = try await ask(request)
            guard reply.status == 503, let wait = reply.retryAfter, start.duration(to: .now) < Self.patience else {
                return reply
            }
            try? await Task.sleep(for: .seconds(Double(min(max(wait, 0), 5)) * .random(in: 0.5...1.5)))
        }
    }

    /// Sends the head of a request whose body follows in pieces, and waits until the daemon wants it or has answered.
    /// Finish the upload before the next request.
    ///
    /// - Throws: ``ClientError`` as `exchange`.
    package func begin(_ request: HTTPRequest) async throws(ClientError) -> Upload.Opening {
        try await onConnection { connection throws(ClientError) in try await connection.begin(request) }
    }

    private func ask(_ request: HTTPRequest) async throws(ClientError) -> HTTPReply {
        if let direct, direct.isOpen {
            do {
                return try direct.send(request)
            } catch  where error.code == .connectionLost {
                // Asked again on another one.
            }
        }
        let fresh: DirectConnection
        do {
            fresh = try DirectConnection(address.socket)
        } catch {
            guard error.code == .noDaemon, let launcher = address.launcher() else { throw error }
            try await launcher.launch(socket: address.socket)
            fresh = try DirectConnection(address.socket)
        }
        direct = fresh
        return try fresh.send(request)
    }

    private func onConnection<R: Sendable>(
        _ ask: (Connection) async throws(ClientError) -> R
    ) async throws(ClientError) -> R {
        if let connection, connection.isOpen {
            do {
                return try await ask(connection)
            } catch  where error.code == .connectionLost {
                connection.close()
            }
        }
        let fresh = try await open()
        connection = fresh
        return try await ask(fresh)
    }

    /// Sends a request and returns the decoded reply with the bytes that it came in.
    ///
    /// - Throws: ``ClientError``: as `exchange`, or the error that the daemon answers with, or `bad_reply`.
    package func fetch<R: Reply>(
        _ type: R.Type, _ request: HTTPRequest
    ) async throws(ClientError) -> (reply: R, bytes: [UInt8]) {
        let answer = try await exchange(request)
        guard answer.status < 400 else { throw ClientError(answer) }
        guard let reply = try? JSON.decode(type, from: answer.body) else { throw .notOurs(answer) }
        return (reply, answer.body)
    }

    /// Sends a request and writes the reply's body to a file.
    ///
    /// - Returns: how many bytes were written.
    /// - Throws: ``ClientError``: as `exchange`, the error that the daemon answers with, or `output_failed`.
    package func download(_ request: HTTPRequest, to descriptor: Int32) async throws(ClientError) -> Int {
        // So that a daemon is started when none listens.
        if connection?.isOpen != true { connection = try await open() }
        let (reply, bytes) = try await Connection.download(request, from: address.socket, to: descriptor)
        guard reply.status < 400 else { throw ClientError(reply) }
        return bytes
    }

    /// Sends a request and hands over the reply's body line by line, until it ends or `take` returns false.
    ///
    /// - Parameter starting: whether a daemon may be started for it.
    /// - Returns: the reply, with its body when it is an error.
    /// - Throws: ``ClientError``: as `exchange`, or what `take` throws.
    func lines(
        _ request: HTTPRequest, starting: Bool, take: @escaping LineStream.Taker
    ) async throws(ClientError) -> HTTPReply {
        // So that a daemon is started when none listens.
        if starting, connection?.isOpen != true { connection = try await open() }
        return try await Connection.lines(request, from: address.socket, take: take)
    }

    private func open() async throws(ClientError) -> Connection {
        do {
            return try await Connection.open(address.socket)
        } catch {
            guard error.code == .noDaemon, let launcher = address.launcher() else { throw error }
            try await launcher.launch(socket: address.socket)
            return try await Connection.open(address.socket)
        }
    }
}
