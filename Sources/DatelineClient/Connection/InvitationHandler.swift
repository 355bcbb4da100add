import NIOCore
import NIOHTTP1

/// The daemon's word, `100 Continue`, that it wants the body of a request.
struct Invitation: Sendable {}

/// Turns `100 Continue` into an event and keeps other interim replies from the handlers that wait for the final one.
final class InvitationHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(let head) = unwrapInboundIn(data), (100..<200).contains(head.status.code) else {
            context.fireChannelRead(data)
            return
        }
        if head.status == .continue { context.fireUserInboundEventTriggered(Invitation()) }
    }
}
