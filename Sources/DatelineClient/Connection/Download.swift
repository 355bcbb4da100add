import DatelineAPI
import Glibc
import NIOCore
import NIOHTTP1

/// Writes a reply's body to a file as it arrives; the last handler of a connection of its own.
///
/// It writes on the connection's thread, so that no more is read than the file takes.
final class Download: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    /// What came: the reply, with the body of an error only, and the bytes that were written.
    typealias Outcome = (reply: HTTPReply, bytes: Int)

    /// Why it broke off, beside a lost connection.
    struct WriteFailed: Error { var reason: SystemError }

    private let descriptor: Int32
    private let done: EventLoopPromise<Outcome>
    private var head: HTTPResponseHead?
    private var error: [UInt8] = []
    private var written = 0

    init(to descriptor: Int32, done: EventLoopPromise<Outcome>) {
        self.descriptor = descriptor
        self.done = done
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(let bytes):
            guard head?.status == .ok else {
                if error.count < 1 << 20 { error += Array(bytes.readableBytesView) }
                return
            }
            do throws(SystemError) { try write(bytes) } catch {
                done.fail(WriteFailed(reason: error))
                context.close(promise: nil)
            }
        case .end:
            guard let head else { return }
            let reply = HTTPReply(
                status: Int(head.status.code), body: error,
                retryAfter: head.headers.first(name: "Retry-After").flatMap { Int($0) })
            done.succeed((reply, written))
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        done.fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        done.fail(ChannelError.eof)
        context.fireChannelInactive()
    }

    private func write(_ bytes: ByteBuffer) throws(SystemError) {
        var offset = 0
        while offset < bytes.readableBytes {
            let count = bytes.withUnsafeReadableBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + offset }, $0.count - offset)
            }
            if count > 0 { offset += count } else if count < 0 && errno != EINTR { throw .last }
        }
        written += offset
    }
}
