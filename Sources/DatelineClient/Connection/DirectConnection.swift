import DatelineAPI
import Glibc
import NIOCore

/// One keep-alive HTTP/1.1 connection over the Unix socket, by calls that block: no thread and no event loop is made for
/// a request whose body is at hand, which is every one but uploads and downloads.
///
/// Not to be used by two at once.
final class DirectConnection {
    private let descriptor: Int32
    private let socket: String
    /// When waiting ends.
    private let deadline: ContinuousClock.Instant?
    /// What was received and not used yet.
    private var received: [UInt8] = []
    private var isBroken = false

    /// The longest head of a reply, in bytes.
    private static let longestHead = 1 << 20

    /// Connects to the socket at a path; it and what is asked have `timeLimit` together, when one is given.
    ///
    /// - Throws: ``ClientError``: `no_daemon` when nothing listens, `permission`, or `usage` for an impossible path.
    init(_ socket: String, timeLimit: Duration? = nil) throws(ClientError) {
        self.socket = socket
        deadline = timeLimit.map { .now + $0 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
            guard socket.utf8.count < room.count else { return false }
            room.copyBytes(from: socket.utf8)
            return true
        }
        guard fits else { throw Connection.pathTooLong(socket) }
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Connection.unreachable(socket, errno) }
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else {
            let reason = errno
            close(descriptor)
            throw Connection.unreachable(socket, reason)
        }
    }

    deinit { close(descriptor) }

    /// Whether the daemon has not closed it, as far as is known.
    var isOpen: Bool {
        guard !isBroken else { return false }
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) < 0
            && (errno == EAGAIN || errno == EWOULDBLOCK)
    }

    /// Sends a request and waits for the whole reply.
    ///
    /// - Throws: ``ClientError``: `connection_lost` when the daemon goes away before the reply is complete, does not
    ///   speak HTTP, or the time is up; `bad_reply` when the reply is too long.
    func send(_ request: HTTPRequest) throws(ClientError) -> HTTPReply {
        var head = "\(request.method.rawValue) \(request.target) HTTP/1.1\r\nHost: localhost\r\n"
        if let type = request.contentType { head += "Content-Type: \(type)\r\n" }
        if let body = request.body { head += "Content-Length: \(body.readableBytes)\r\n" }
        var bytes = Array((head + "\r\n").utf8)
        if let body = request.body { bytes += body.readableBytesView }
        // A failed write is not reported from here: the daemon may have answered before it read all.
        write(bytes)
        do {
            return try reply()
        } catch {
            isBroken = true
            throw error
        }
    }

    private func write(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                done += count
            } else if count == 0 || errno != EINTR {
                isBroken = true
                return
            }
        }
    }

    private func reply() throws(ClientError) -> HTTPReply {
        while true {
            guard let head = ReplyHead(try line(endedBy: Array("\r\n\r\n".utf8), limit: Self.longestHead)) else {
                throw lost
            }
            // Interim replies have no body, and the final one follows.
            if head.status < 200 { continue }
            let body = try body(of: head)
            if head.closes { isBroken = true }
            return HTTPReply(status: head.status, body: body, retryAfter: head.retryAfter)
        }
    }

    private func body(of head: ReplyHead) throws(ClientError) -> [UInt8] {
        if head.isChunked {
            var body: [UInt8] = []
            while true {
                let size = try line(endedBy: Array("\r\n".utf8), limit: 1 << 10).prefix { $0 != UInt8(ascii: ";") }
                guard let count = Int(String(decoding: size, as: UTF8.self), radix: 16), count >= 0 else { throw lost }
                if count == 0 { break }
                body += try take(count, after: body.count)
                guard try take(2).elementsEqual("\r\n".utf8) else { throw lost }
            }
            // Trailers, up to an empty line.
            while try !line(endedBy: Array("\r\n".utf8), limit: Self.longestHead).isEmpty {}
            return body
        }
        if let length = head.length { return Array(try take(length)) }
        if head.status == 204 || head.status == 304 { return [] }
        isBroken = true
        while try more() { if received.count > Connection.longestReply { throw Connection.replyTooLong } }
        defer { received = [] }
        return received
    }

    /// The bytes up to an end, which is passed over.
    private func line(endedBy end: [UInt8], limit: Int) throws(ClientError) -> [UInt8] {
        var looked = 0
        while true {
            let last = received.count - end.count
            while looked <= last {
                if received[looked..<looked + end.count].elementsEqual(end) {
                    defer { received.removeFirst(looked + end.count) }
                    return Array(received[..<looked])
                }
                looked += 1
            }
            guard received.count < limit, try more() else { throw lost }
        }
    }

    private func take(_ count: Int, after taken: Int = 0) throws(ClientError) -> ArraySlice<UInt8> {
        guard count <= Connection.longestReply - taken else { throw Connection.replyTooLong }
        while received.count < count { guard try more() else { throw lost } }
        defer { received = Array(received[count...]) }
        return received[..<count]
    }

    /// Waits for more bytes; false at the end.
    private func more() throws(ClientError) -> Bool {
        while true {
            if let deadline {
                let left = (deadline - .now) / .milliseconds(1)
                var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard left > 0, poll(&wait, 1, Int32(min(left.rounded(.up), 1e9))) > 0 else { throw lost }
            }
            let room = 1 << 16
            let start = received.count
            let count = received.withUnsafeTail(room) { recv(descriptor, $0.baseAddress, $0.count, 0) }
            received.removeLast(room - max(0, count))
            if count > 0 { return true }
            if count == 0 || errno != EINTR { return received.count > start }
        }
    }

    private var lost: ClientError { Connection.failure(ChannelError.eof, socket) }
}

extension [UInt8] {
    /// Adds `count` bytes that `body` may fill.
    fileprivate mutating func withUnsafeTail(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        let start = self.count
        append(contentsOf: repeatElement(0, count: count))
        return withUnsafeMutableBytes { body(UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
    }
}
