import DatelineAPI
import NIOCore
import NIOHTTP1

/// Hands over a reply's body line by line as it arrives; the last handler of a connection of its own.
///
/// It does so on the connection's thread: while a line is being printed, no more is read.
final class LineStream: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    /// Takes a line, without its end. False when no more are wanted.
    typealias Taker = @Sendable (ArraySlice<UInt8>) throws(ClientError) -> Bool

    private let take: Taker
    private let done: EventLoopPromise<HTTPReply>
    private var head: HTTPResponseHead?
    /// What came of a line that has not ended; or an error's body.
    private var rest: [UInt8] = []

    init(done: EventLoopPromise<HTTPReply>, take: @escaping Taker) {
        self.done = done
        self.take = take
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(let bytes):
            guard rest.count + bytes.readableBytes <= Connection.longestReply else {
                return end(context, .failure(ClientError.notOurs(HTTPReply(status: 200, body: [], retryAfter: nil))))
            }
            rest += Array(bytes.readableBytesView)
            guard head?.status == .ok else { return }
            do throws(ClientError) {
                var start = rest.startIndex
                while let newline = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                    let line = rest[start..<newline]
                    start = newline + 1
                    if line.isEmpty { continue }
                    if try !take(line) {
                        return end(context, .success(HTTPReply(status: 200, body: [], retryAfter: nil)))
                    }
                }
                rest.removeFirst(start)
            } catch { end(context, .failure(error)) }
        case .end:
            guard let head else { return }
            end(
                context,
                .success(
                    HTTPReply(
                        status: Int(head.status.code), body: rest,
                        retryAfter: head.headers.first(name: "Retry-After").flatMap { Int($0) })))
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { end(context, .failure(error)) }

    func channelInactive(context: ChannelHandlerContext) {
        done.fail(ChannelError.eof)
        context.fireChannelInactive()
    }

    private func end(_ context: ChannelHandlerContext, _ result: Result<HTTPReply, any Error>) {
        done.completeWith(result)
        context.close(promise: nil)
    }
}

extension Connection {
    /// Sends a request on a connection of its own and hands over the body of the reply line by line, until it ends or
    /// `take` returns false.
    ///
    /// - Returns: the reply, with its body when it is an error.
    /// - Throws: ``ClientError`` as ``open(_:)``; `connection_lost` when the body breaks off; what `take` throws.
    static func lines(
        _ request: HTTPRequest, from socket: String, take: @escaping LineStream.Taker
    ) async throws(ClientError) -> HTTPReply {
        let channel = try await connect(socket) { channel in
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(HTTPRequestEncoder())
            try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes)))
        }
        let done = channel.eventLoop.makePromise(of: HTTPReply.self)
        channel.eventLoop.execute {
            do {
                try channel.pipeline.syncOperations.addHandler(LineStream(done: done, take: take))
            } catch { return done.fail(error) }
            let head = HTTPRequestHead(
                version: .http1_1, method: HTTPMethod(rawValue: request.method.rawValue), uri: request.target,
                headers: ["Host": "localhost"])
            channel.write(HTTPClientRequestPart.head(head), promise: nil)
            channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
        }
        do { return try await done.futureResult.get() } catch let error as ClientError { throw error } catch {
            throw failure(error, socket)
        }
    }
}
