import NIOCore
import NIOHTTP1

/// One reply of the daemon, whole.
package struct HTTPReply: Equatable, Sendable {
    /// The HTTP status.
    package var status: Int
    /// The whole body.
    package var body: [UInt8]
    /// The header `Retry-After`, in seconds.
    package var retryAfter: Int?

    package init(status: Int, body: [UInt8], retryAfter: Int? = nil) {
        self.status = status
        self.body = body
        self.retryAfter = retryAfter
    }

    init(_ full: NIOHTTPClientResponseFull) {
        self.init(
            status: Int(full.head.status.code), body: full.body.map { Array($0.readableBytesView) } ?? [],
            retryAfter: full.head.headers.first(name: "Retry-After").flatMap { Int($0) })
    }
}
