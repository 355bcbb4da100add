import DatelineAPI
import Glibc
package import NIOCore
import NIOHTTP1
import NIOPosix

/// One keep-alive HTTP/1.1 connection over the Unix socket; one request at a time.
package struct Connection: Sendable {
    /// Replies above this are refused: 256 MiB, more than any page or article that the daemon accepts.
    static let longestReply = 256 << 20

    /// One thread is plenty for two connections; made on first use, so that `--help` starts no thread.
    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    private let channel: any Channel
    private let socket: String

    /// Whether the daemon has not closed it, as far as is known.
    package var isOpen: Bool { channel.isActive }

    /// Connects to the socket at a path.
    ///
    /// - Throws: ``ClientError``: `no_daemon` when nothing listens, `permission`, or `usage` for an impossible path.
    package static func open(_ socket: String) async throws(ClientError) -> Connection {
        do {
            let channel = try await ClientBootstrap(group: group)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        try pipeline.addHTTPClientHandlers()
                        try pipeline.addHandler(NIOHTTPClientResponseAggregator(maxContentLength: longestReply))
                        try pipeline.addHandler(ExchangeHandler())
                    }
                }
                .connect(unixDomainSocketPath: socket).get()
            return Connection(channel: channel, socket: socket)
        } catch let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM {
            throw ClientError(
                .permission, "you may not use the socket \(socket)",
                hint: "it belongs to another user; name your own with --socket", exitStatus: .permission)
        } catch is SocketAddressError {
            throw .usage("the socket's path is too long: \(socket)", hint: "a Unix socket's path has at most 107 bytes")
        } catch {
            throw ClientError(
                .noDaemon, "no daemon listens on \(socket)", hint: "start one with: datelined --socket \(socket)",
                exitStatus: .noDaemon)
        }
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
        channel.writeAndFlush(Exchange(request: request, reply: promise), promise: nil)
        do {
            let full = try await promise.futureResult.get()
            return HTTPReply(
                status: Int(full.head.status.code), body: full.body.map { Array($0.readableBytesView) } ?? [],
                retryAfter: full.head.headers.first(name: "Retry-After").flatMap { Int($0) })
        } catch is NIOHTTPObjectAggregatorError {
            throw ClientError(
                .badReply, "the reply is longer than \(Self.longestReply >> 20) MiB", hint: "ask for less with -n",
                exitStatus: .partial)
        } catch {
            throw ClientError(
                .connectionLost, "the daemon at \(socket) went away before it answered",
                hint: "see its log; the same command may work now", exitStatus: .noDaemon)
        }
    }

    /// Ends the connection.
    package func close() {
        channel.close(promise: nil)
    }
}
