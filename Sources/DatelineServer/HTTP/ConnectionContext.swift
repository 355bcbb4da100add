import Glibc
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import SearchIndex

/// What a request comes with, beside itself: the connection that it came on, the logger, what is noted of it, and the flag
/// that is raised when the connection is gone.
struct ConnectionContext: InitializableFromSource {
    private(set) var logger: Logger
    private(set) var trace = RequestTrace.none
    let cancellation: Cancellation
    /// Where the request comes from.
    let origin: ConnectionWatch.Origin
    /// Whether the connection is to be refused.
    let isOneTooMany: Bool
    private let channel: any Channel

    /// Made on the connection's event loop.
    init(source: ApplicationRequestContextSource) {
        logger = source.logger
        channel = source.channel
        let watch = try? source.channel.pipeline.syncOperations.handler(type: ConnectionWatch.self)
        // Without a watch the connection is closed already, and its handlers are gone.
        cancellation = watch?.cancellation ?? Cancellation()
        origin = watch?.origin ?? .unix(nil)
        isOneTooMany = watch?.isOneTooMany ?? false
        if watch == nil { cancellation.cancel() }
    }

    /// The same for a request that has its id; all that is logged of it carries the id.
    func tracing(_ trace: RequestTrace) -> ConnectionContext {
        var context = self
        context.trace = trace
        // Hummingbird's own number, which no client sees.
        context.logger[metadataKey: "hb.request.id"] = nil
        context.logger[metadataKey: "request"] = "\(trace.id)"
        return context
    }

    /// Tells a client that asked with `Expect: 100-continue` to send the body. Call it before the body is read, and only
    /// when it will be: a refusal then costs the client nothing.
    ///
    /// Hummingbird answers no `Expect` by itself, and curl waits for a second before it sends a long body all the same.
    func invite(_ request: Request) async throws {
        guard request.headers[.expect]?.lowercased() == "100-continue" else { return }
        try await write(Self.invitation)
    }

    /// Waits until all that was written has gone out to the client, or the connection is gone. A body that breaks off
    /// closes the connection, and what still waits then for a slow reader would be lost.
    func drained() async { try? await write(ByteBuffer()) }

    /// Writes bytes behind all that was written before, and waits until they have gone out.
    private func write(_ bytes: ByteBuffer) async throws {
        try await channel.eventLoop.submit { [channel] in
            // In bytes, past the encoder: what a handler behind it would write has types of packages that we do not use.
            let encoder = try channel.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
            let promise = channel.eventLoop.makePromise(of: Void.self)
            encoder.writeAndFlush(NIOAny(bytes), promise: promise)
            return promise.futureResult
        }.flatMap { $0 }.get()
    }

    /// The user id of who asks: of the process that connected. Over TCP the daemon's own, for its owner has given the token.
    var user: UInt32 {
        if case .unix(let peer?) = origin { return peer.user }
        return geteuid()
    }

    /// Calls `body` on the connection's event loop when the connection is gone, or now if it is.
    func whenClosed(_ body: @escaping @Sendable () -> Void) { channel.closeFuture.whenComplete { _ in body() } }

    /// Closes the connection in a second, when the reply has gone out.
    func closeSoon() {
        let channel = channel
        channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }

    private static let invitation = ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")
}
