import DatelineAPI
import DatelineClient
import Foundation
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
        /// The lines of headers and contents of a multipart body, without its boundaries.
        var parts: [String] {
            guard let boundary = contentType?.split(separator: "boundary=").last else { return [] }
            return text.components(separatedBy: "--\(boundary)").dropFirst().dropLast().map {
                // A line end is one character.
                String($0.dropFirst().dropLast())
            }
        }
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
    private let early: @Sendable (Asked) -> Answer?

    var asked: [Asked] { state.withLock { $0.asked } }
    var connections: Int { state.withLock { $0.connections } }

    private init(
        _ answer: @escaping @Sendable (Asked) -> Answer, early: @escaping @Sendable (Asked) -> Answer?
    ) {
        self.answer = answer
        self.early = early
    }

    /// Runs `body` while the server listens on `socket`.
    ///
    /// `early` may answer a request of which only the head, or some of the body, is there. The rest is not read then.
    static func run(
        _ socket: String, answer: @escaping @Sendable (Asked) -> Answer,
        early: @escaping @Sendable (Asked) -> Answer? = { _ in nil }, body: (TestServer) async throws -> Void
    ) async throws {
        let server = TestServer(answer, early: early)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                server.state.withLock { $0.connections += 1 }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
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
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        let server: TestServer
        /// The request that is being read.
        private var asked: Asked?
        init(_ server: TestServer) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                let request = Asked(
                    method: head.method.rawValue, target: head.uri,
                    contentType: head.headers.first(name: "Content-Type"), body: [])
                asked = request
                if let answer = server.early(request) { return end(context, request, answer, isEarly: true) }
                if head.headers.first(name: "Expect") == "100-continue" {
                    let invitation = HTTPResponseHead(version: .http1_1, status: .continue)
                    context.writeAndFlush(wrapOutboundOut(.head(invitation)), promise: nil)
                }
            case .body(let bytes):
                asked?.body += bytes.getBytes(at: bytes.readerIndex, length: bytes.readableBytes) ?? []
                guard let request = asked, let answer = server.early(request) else { return }
                end(context, request, answer, isEarly: true)
            case .end:
                if let request = asked { end(context, request, server.answer(request), isEarly: false) }
            }
        }

        private func end(_ context: ChannelHandlerContext, _ request: Asked, _ answer: Answer, isEarly: Bool) {
            asked = nil
            server.state.withLock { $0.asked.append(request) }
            if isEarly { _ = context.channel.setOption(.autoRead, value: false) }
            switch answer {
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
