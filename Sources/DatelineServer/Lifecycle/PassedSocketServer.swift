import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Serves a socket that is bound already. Hummingbird's own server binds an address; what answers a connection is the same.
struct PassedSocketServer<Responder: HTTPResponder>: Service where Responder.Context == ConnectionContext {
    let socket: PassedSocket
    let responder: Responder
    let configuration: HTTP1Channel.Configuration
    let loop: any EventLoopGroup
    let logger: Logger
    let whenListening: @Sendable () -> Void

    func run() async throws {
        let connections = OpenConnections()
        let child = HTTP1Channel(
            responder: { [responder, logger] request, writer, channel in
                let context = ConnectionContext(source: .init(channel: channel, logger: logger))
                var response = try await responder.respond(to: request, context: context)
                response.headers[.date] = Self.date
                response.headers[.server] = Daemon.serverName
                try await writer.write(response: response.head, body: response.body)
            }, configuration: configuration)
        let server = try await ServerBootstrap(group: loop)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(socket.descriptor) { [logger] channel in
                connections.add(channel)
                return child.setup(channel: channel, logger: logger)
            }
        await withGracefulShutdownHandler {
            whenListening()
            await withDiscardingTaskGroup { [logger] group in
                do {
                    try await server.executeThenClose { inbound in
                        for try await connection in inbound {
                            group.addTask { await child.handle(value: connection, logger: logger) }
                        }
                    }
                } catch {
                    logger.error("the socket cannot be listened on any more", metadata: ["error": "\(error)"])
                }
            }
        } onGracefulShutdown: {
            server.channel.close(promise: nil)
            connections.end()
        }
    }

    /// The time of day as HTTP writes it.
    private static var date: String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            // In the C locale: nothing here sets another.
            let count = strftime(buffer.baseAddress!, buffer.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
            return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
