import NIOCore
import SearchIndex

/// A connection's handler that raises a flag when the connection is gone, for whatever is still worked on for it.
///
/// Hummingbird does not cancel a handler when its connection closes. A client that goes away closes both directions at
/// once: the event loop hears of it even while nothing is read, and the channel becomes inactive. One that only ends
/// what it sends (`nc -N`, `socat`) still waits for the answer, and gets it.
final class ConnectionWatch: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    let cancellation = Cancellation()

    func channelInactive(context: ChannelHandlerContext) {
        cancellation.cancel()
        context.fireChannelInactive()
    }
}
