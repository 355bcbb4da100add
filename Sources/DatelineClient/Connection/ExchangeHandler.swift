import NIOCore
import NIOHTTP1

/// Turns the steps of exchanges into HTTP parts and fulfils each one's promises; the last handler of the pipeline.
///
/// One exchange at a time: `Connection` is what keeps that.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = NIOHTTPClientResponseFull
    typealias OutboundIn = ExchangeStep
    typealias OutboundOut = HTTPClientRequestPart

    private var waiting: EventLoopPromise<NIOHTTPClientResponseFull>?
    private var permission: EventLoopPromise<Bool>?
    /// Whether a request's body is under way.
    private var isSending = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .whole(let request, let reply):
            guard begin(reply, context) else { return }
            var headers = Self.headers(of: request)
            if let body = request.body { headers.add(name: "Content-Length", value: String(body.readableBytes)) }
            write(request, headers, context)
            if let body = request.body { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
            // A failed write is not reported from here: the daemon may have answered (413, say) before it read all, and
            // that answer says more. When there is none, the connection closes and `channelInactive` reports it.
            context.write(wrapOutboundOut(.end(nil)), promise: promise)
        case .head(let request, let permission, let reply):
            guard begin(reply, context) else { return permission.fail(ChannelError.ioOnClosedChannel) }
            self.permission = permission
            isSending = true
            var headers = Self.headers(of: request)
            headers.add(name: "Transfer-Encoding", value: "chunked")
            headers.add(name: "Expect", value: "100-continue")
            write(request, headers, context)
        case .piece(let bytes):
            guard isSending else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
            context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: promise)
        case .end:
            guard isSending else { return }
            isSending = false
            context.write(wrapOutboundOut(.end(nil)), promise: promise)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        waiting?.succeed(unwrapInboundIn(data))
        waiting = nil
        permission?.succeed(false)
        permission = nil
        // Answered before the body was complete: what would follow on this connection could be taken for the body.
        if isSending { context.close(promise: nil) }
        isSending = false
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is Invitation else { return context.fireUserInboundEventTriggered(event) }
        permission?.succeed(true)
        permission = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(ChannelError.eof)
        context.fireChannelInactive()
    }

    private func begin(_ reply: EventLoopPromise<NIOHTTPClientResponseFull>, _ context: ChannelHandlerContext) -> Bool {
        guard context.channel.isActive, waiting == nil else {
            reply.fail(ChannelError.ioOnClosedChannel)
            return false
        }
        waiting = reply
        return true
    }

    private func write(_ request: HTTPRequest, _ headers: HTTPHeaders, _ context: ChannelHandlerContext) {
        let head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: request.method.rawValue), uri: request.target,
            headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
    }

    private static func headers(of request: HTTPRequest) -> HTTPHeaders {
        var headers: HTTPHeaders = ["Host": "localhost"]
        if let type = request.contentType { headers.add(name: "Content-Type", value: type) }
        return headers
    }

    private func fail(_ error: any Error) {
        waiting?.fail(error)
        waiting = nil
        permission?.fail(error)
        permission = nil
        isSending = false
    }
}
