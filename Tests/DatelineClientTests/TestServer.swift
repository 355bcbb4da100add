import DatelineAPI
import DatelineClient
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP server on a real Unix socket that answers as a test tells it to, and remembers what it was asked.
final class TestServer: Sendable {
    struct Asked: Equatable, Sendable {
        var method: String
        var target: String
        var contentType: String?
        var body: [UInt8]
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    enum Answer: Sendable {
        case reply(Int, String, headers: [String: String] = [:])
        /// Answers and closes the connection, with or without saying so.
        case replyAndClose(Int, String)
        /// Raw bytes instead of HTTP, then the end.
        case bytes(String)
        case never
    }

    private let state = Mutex<(asked: [Asked], connections: Int)>(([], 0))
    private let answer: @Sendable (Asked) -> Answer

    var asked: [Asked] { state.withLock { $0.asked } }
    var connections: Int { state.withLock { $0.connections } }

    private init(_ answer: @escaping @Sendable (Asked) -> Answer) {
        self.answer = answer
    }

    /// Runs `body` while the server listens on `socket`.
    static func run(
        _ socket: String, answer: @escaping @Sendable (Asked) -> Answer, body: (TestServer) async throws -> Void
    ) async throws {
        let server = TestServer(answer)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                server.state.withLock { $0.connections += 1 }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(
                        NIOHTTPServerRequestAggregator(maxContentLength: 1 << 28))
                    try channel.pipeline.syncOperations.addHandler(Handler(server))
                }
            }
            .bind(unixDomainSocketPath: socket).get()
        do {
            try await body(server)
        } catch {
            try await channel.close()
            try await group.shutdownGracefully()
            throw error
        }
        try await channel.close()
        try await group.shutdownGracefully()
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = NIOHTTPServerRequestFull
        typealias OutboundOut = HTTPServerResponsePart

        let server: TestServer
        init(_ server: TestServer) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let request = unwrapInboundIn(data)
            let asked = Asked(
                method: request.head.method.rawValue, target: request.head.uri,
                contentType: request.head.headers.first(name: "Content-Type"),
                body: request.body.map { Array($0.readableBytesView) } ?? [])
            server.state.withLock { $0.asked.append(asked) }
            switch server.answer(asked) {
            case .reply(let status, let text, let headers): reply(context, status, text, headers)
            case .replyAndClose(let status, let text):
                reply(context, status, text, [:])
                context.close(promise: nil)
            case .bytes(let text):
                // Past the HTTP handlers: the first handler's context writes to the socket itself.
                if let encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self) {
                    encoder.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: nil)
                }
                context.close(promise: nil)
            case .never: break
            }
        }

        private func reply(_ context: ChannelHandlerContext, _ status: Int, _ text: String, _ more: [String: String]) {
            var headers: HTTPHeaders = ["Content-Type": "application/json", "Content-Length": String(text.utf8.count)]
            for (name, value) in more { headers.add(name: name, value: value) }
            let head = HTTPResponseHead(
                version: .http1_1, status: HTTPResponseStatus(statusCode: status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
