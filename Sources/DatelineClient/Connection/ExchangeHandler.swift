import NIOCore
import NIOHTTP1

/// A request and the promise of its reply.
struct Exchange: Sendable {
    var request: HTTPRequest
    var reply: EventLoopPromise<NIOHTTPClientResponseFull>
}

/// Turns exchanges into HTTP parts and fulfils each one's promise; the last handler of the pipeline.
///
/// One exchange at a time: `Connection` is what keeps that.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = NIOHTTPClientResponseFull
    typealias OutboundIn = Exchange
    typealias OutboundOut = HTTPClientRequestPart

    private var waiting: EventLoopPromise<NIOHTTPClientResponseFull>?

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let exchange = unwrapOutboundIn(data)
        guard context.channel.isActive, waiting == nil else {
            exchange.reply.fail(ChannelError.ioOnClosedChannel)
            return
        }
        waiting = exchange.reply
        let request = exchange.request
        var headers: HTTPHeaders = ["Host": "localhost"]
        if let type = request.contentType { headers.add(name: "Content-Type", value: type) }
        if let body = request.body { headers.add(name: "Content-Length", value: String(body.readableBytes)) }
        let head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: request.method.rawValue), uri: request.target,
            headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body = request.body { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
        // A failed write is not reported from here: the daemon may have answered (413, say) before it read all, and
        // that answer says more. When there is none, the connection closes and `channelInactive` reports it.
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        waiting?.succeed(unwrapInboundIn(data))
        waiting = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(ChannelError.eof)
        context.fireChannelInactive()
    }

    private func fail(_ error: any Error) {
        waiting?.fail(error)
        waiting = nil
    }
}
