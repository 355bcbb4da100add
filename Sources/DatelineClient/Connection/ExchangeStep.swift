import NIOCore
import NIOHTTP1

/// A step of a request on its way to the daemon, with the promises of what the daemon says to it.
enum ExchangeStep: Sendable {
    /// The whole request.
    case whole(HTTPRequest, reply: EventLoopPromise<NIOHTTPClientResponseFull>)
    /// A request whose body follows in pieces. `permission` comes true when the daemon wants the body, false when it has
    /// answered without.
    case head(HTTPRequest, permission: EventLoopPromise<Bool>, reply: EventLoopPromise<NIOHTTPClientResponseFull>)
    /// Some of the body. Its write's promise is kept once the socket has taken it all.
    case piece(ByteBuffer)
    /// The end of the body.
    case end
}
