import NIOCore
import SearchIndex

/// A connection's handler that knows who is at the other end, raises a flag when the connection is gone, for whatever is
/// still worked on for it, and closes one whose client takes nothing in.
///
/// Hummingbird does not cancel a handler when its connection closes. A client that goes away closes both directions at
/// once: the event loop hears of it even while nothing is read, and the channel becomes inactive. One that only ends
/// what it sends (`nc -N`, `socat`) still waits for the answer, and gets it.
final class ConnectionWatch: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    /// Where a connection comes from.
    enum Origin: Sendable {
        /// The Unix socket; the peer is nil when the kernel does not tell.
        case unix(Peer?)
        case tcp
    }

    let cancellation = Cancellation()
    private(set) var origin: Origin
    /// Whether there were as many connections as may be when it came.
    private(set) var isOneTooMany = false
    private let counter: ConnectionCounter
    private let limits: ServerLimits
    private var stall: Scheduled<Void>?

    /// So many more than the limit are told that they are too many; others are closed at once.
    private static let told = 64

    init(isTCP: Bool, counter: ConnectionCounter, limits: ServerLimits) {
        origin = isTCP ? .tcp : .unix(nil)
        self.counter = counter
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let count = counter.enter()
        isOneTooMany = count > limits.connections
        if count > limits.connections + Self.told { context.close(promise: nil) }
        try? MalformedRequests.add(to: context.pipeline)
        if case .unix = origin {
            let peer = try? context.channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: CInt.self) {
                Peer(socket: $0)
            }
            origin = .unix(peer ?? nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        counter.leave()
        stall?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancellation.cancel()
        context.fireChannelInactive()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stall?.cancel()
        stall = nil
        if !context.channel.isWritable {
            let channel = context.channel
            stall = context.eventLoop.scheduleTask(in: .seconds(Int64(limits.stallSeconds))) {
                channel.close(promise: nil)
            }
        }
        context.fireChannelWritabilityChanged()
    }
}
