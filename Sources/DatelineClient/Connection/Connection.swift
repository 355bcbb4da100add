import DatelineAPI
import Glibc
package import NIOCore
import NIOHTTP1
import NIOPosix

/// One keep-alive HTTP/1.1 connection over the Unix socket; one request at a time.
package struct Connection: Sendable {
    /// Replies above this are refused: 256 MiB, more than any page or article that the daemon accepts.
    static let longestReply = 256 << 20

    /// How long a daemon may take to say that it wants a request's body, before the body is sent unasked: one that knows
    /// no `Expect` waits for the body itself.
    static let patience = TimeAmount.seconds(5)

    /// One thread is plenty; made on first use, so that `--help` starts no thread.
    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    private let channel: any Channel
    private let socket: String

    /// Whether the daemon has not closed it, as far as is known.
    package var isOpen: Bool { channel.isActive }

    /// Connects to the socket at a path.
    ///
    /// - Throws: ``ClientError``: `no_daemon` when nothing listens, `permission`, or `usage` for an impossible path.
    package static func open(_ socket: String) async throws(ClientError) -> Connection {
        let channel = try await connect(socket) { channel in
            let pipeline = channel.pipeline.syncOperations
            // What `addHTTPClientHandlers` adds, but with interim replies.
            try pipeline.addHandler(HTTPRequestEncoder())
            let decoder = HTTPResponseDecoder(
                leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .forward)
            try pipeline.addHandler(ByteToMessageHandler(decoder))
            try pipeline.addHandler(NIOHTTPRequestHeadersValidator())
            try pipeline.addHandler(InvitationHandler())
            try pipeline.addHandler(NIOHTTPClientResponseAggregator(maxContentLength: longestReply))
            try pipeline.addHandler(ExchangeHandler())
        }
        return Connection(channel: channel, socket: socket)
    }

    /// Connects a channel whose handlers `handlers` adds.
    ///
    /// - Throws: as ``open(_:)``.
    static func connect(
        _ socket: String, handlers: @escaping @Sendable (any Channel) throws -> Void
    ) async throws(ClientError) -> any Channel {
        do {
            return try await ClientBootstrap(group: group)
                .channelInitializer { channel in channel.eventLoop.makeCompletedFuture { try handlers(channel) } }
                .connect(unixDomainSocketPath: socket).get()
        } catch let error as IOError {
            throw unreachable(socket, error.errnoCode)
        } catch is SocketAddressError {
            throw pathTooLong(socket)
        } catch {
            throw unreachable(socket, 0)
        }
    }

    /// Why there is no connection; `reason` is a value of `errno`.
    static func unreachable(_ socket: String, _ reason: Int32) -> ClientError {
        if reason == EACCES || reason == EPERM {
            return ClientError(
                .permission, "you may not use the socket \(socket)",
                hint: "it belongs to another user; name your own with --socket", exitStatus: .permission)
        }
        return ClientError(
            .noDaemon, "no daemon listens on \(socket)", hint: "start one with: datelined --socket \(socket)",
            exitStatus: .noDaemon)
    }

    static func pathTooLong(_ socket: String) -> ClientError {
        .usage("the socket's path is too long: \(socket)", hint: "a Unix socket's path has at most 107 bytes")
    }

    static var replyTooLong: ClientError {
        ClientError(
            .badReply, "the reply is longer than \(longestReply >> 20) MiB", hint: "ask for less with -n",
            exitStatus: .partial)
    }

    /// Sends a request and waits for the whole reply, at most `timeout` when one is given.
    ///
    /// Call it again only after it has returned.
    ///
    /// - Throws: ``ClientError`` with the code `connection_lost` when the daemon goes away before the reply is complete
    ///   or does not speak HTTP.
    package func send(_ request: HTTPRequest, timeout: TimeAmount? = nil) async throws(ClientError) -> HTTPReply {
        let promise = channel.eventLoop.makePromise(of: NIOHTTPClientResponseFull.self)
        let timer = timeout.map { timeout in
            channel.eventLoop.scheduleTask(in: timeout) { [channel] in channel.close(promise: nil) }
        }
        defer { timer?.cancel() }
        channel.writeAndFlush(ExchangeStep.whole(request, reply: promise), promise: nil)
        do {
            return HTTPReply(try await promise.futureResult.get())
        } catch {
            throw Self.failure(error, socket)
        }
    }

    /// Sends a request's head, asks whether the body is wanted (`Expect: 100-continue`), and waits for the answer.
    ///
    /// Use the connection again only after the upload is finished, and if it is still open then.
    ///
    /// - Throws: ``ClientError`` as ``send(_:timeout:)``; nothing of the body was sent then.
    package func begin(_ request: HTTPRequest) async throws(ClientError) -> Upload.Opening {
        let permission = channel.eventLoop.makePromise(of: Bool.self)
        let reply = channel.eventLoop.makePromise(of: NIOHTTPClientResponseFull.self)
        let timer = channel.eventLoop.scheduleTask(in: Self.patience) { [channel] in
            channel.pipeline.fireUserInboundEventTriggered(Invitation())
        }
        defer { timer.cancel() }
        channel.writeAndFlush(ExchangeStep.head(request, permission: permission, reply: reply), promise: nil)
        do {
            if try await permission.futureResult.get() {
                return .invited(Upload(channel: channel, socket: socket, reply: reply.futureResult))
            }
            return .answered(HTTPReply(try await reply.futureResult.get()))
        } catch {
            throw Self.failure(error, socket)
        }
    }

    /// Why there is no reply.
    static func failure(_ error: any Error, _ socket: String) -> ClientError {
        if error is NIOHTTPObjectAggregatorError { return replyTooLong }
        return ClientError(
            .connectionLost, "the daemon at \(socket) went away before it answered",
            hint: "see its log; the same command may work now", exitStatus: .noDaemon)
    }

    /// Ends the connection.
    package func close() {
        channel.close(promise: nil)
    }
}
