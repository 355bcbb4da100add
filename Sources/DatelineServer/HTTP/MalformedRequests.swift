import DatelineAPI
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Answers bytes that are no HTTP request, in the form of all errors. Hummingbird would answer with an empty body.
///
/// It stands behind the decoder, where requests and responses are still NIO's. When a request before is not answered yet,
/// the answer that would come now would be taken for that one's: then it is left to Hummingbird, which has them in order.
final class MalformedRequests: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private var unanswered = 0
    private var isDone = false

    /// Puts one into the pipeline of a connection.
    static func add(to pipeline: ChannelPipeline) throws {
        let operations = pipeline.syncOperations
        let decoder = try operations.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
        try operations.addHandler(MalformedRequests(), position: .after(decoder))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { unanswered += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, unanswered == 0 else { return context.fireErrorCaught(error) }
        if isDone { return }
        isDone = true
        let told = BadRequest.error(for: error)
        let body = JSON.write(ErrorReply(error: told.detail))
        let head = HTTPResponseHead(
            version: .http1_1, status: .init(statusCode: told.status.code),
            headers: [
                "content-type": "application/json", "content-length": "\(body.count)", "connection": "close",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        // Not all at once: what the client still sends would make the system throw away what it has not read.
        let channel = context.channel
        channel.close(mode: .output, promise: nil)
        context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
}
