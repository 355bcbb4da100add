package import NIOCore
import NIOHTTP1

/// A request whose body is on its way to the daemon, piece by piece. Made by ``Connection/begin(_:)``.
package struct Upload: Sendable {
    /// How it begins.
    package enum Opening: Sendable {
        /// The daemon wants the body.
        case invited(Upload)
        /// The daemon has answered without it.
        case answered(HTTPReply)
    }

    private let channel: any Channel
    private let socket: String
    private let reply: EventLoopFuture<NIOHTTPClientResponseFull>
    /// The write that was begun last.
    private var last: EventLoopFuture<Void>?

    init(channel: any Channel, socket: String, reply: EventLoopFuture<NIOHTTPClientResponseFull>) {
        self.channel = channel
        self.socket = socket
        self.reply = reply
    }

    /// Sends some of the body, once the socket has taken what was sent before: one piece is on its way while the caller
    /// makes the next, and no more are held.
    ///
    /// False when nothing more is taken: the daemon has answered, or it is gone. `finish` tells which.
    package mutating func send(_ piece: ByteBuffer) async -> Bool {
        guard await isTaken() else { return false }
        last = channel.writeAndFlush(ExchangeStep.piece(piece))
        return true
    }

    /// Ends the body and waits for the reply. `isWhole` is false when the daemon answered without having taken it all.
    ///
    /// - Throws: ``ClientError`` as ``Connection/send(_:timeout:)``.
    package func finish() async throws(ClientError) -> (reply: HTTPReply, isWhole: Bool) {
        let isWhole = await isTaken()
        channel.writeAndFlush(ExchangeStep.end, promise: nil)
        do {
            return (HTTPReply(try await reply.get()), isWhole)
        } catch {
            var error = Connection.failure(error, socket)
            guard error.code == .connectionLost else { throw error }
            error.message = "the daemon at \(socket) went away before it had answered for all articles"
            error.hint = "see its log; the same command again skips what is in the index already"
            throw error
        }
    }

    private func isTaken() async -> Bool {
        do {
            try await last?.get()
            return true
        } catch {
            return false
        }
    }
}
