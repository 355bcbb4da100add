import Glibc
import Testing

/// A Unix socket of a test's own, closed with its owner.
final class UnixSocket {
    let descriptor: Int32

    private init(_ kind: __socket_type) { descriptor = socket(AF_UNIX, Int32(kind.rawValue), 0) }

    deinit { close(descriptor) }

    /// One that is bound.
    /// - Parameter name: a path, or an abstract name after `@`.
    static func bound(to name: String, _ kind: __socket_type) throws -> UnixSocket {
        let socket = UnixSocket(kind)
        try #require(withAddress(name) { bind(socket.descriptor, $0, $1) } == 0)
        return socket
    }

    /// One that is connected to a server.
    static func connected(to path: String) throws -> UnixSocket {
        let socket = UnixSocket(SOCK_STREAM)
        try #require(withAddress(path) { connect(socket.descriptor, $0, $1) } == 0)
        return socket
    }

    /// Sends bytes, as many as are taken at once.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// The next message, which must be there already.
    func message() -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    }

    /// All that arrives until the other end closes.
    func rest() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }

    private static func withAddress<R>(_ name: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
        var bytes = Array(name.utf8)
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout.offset(of: \sockaddr_un.sun_path)! + bytes.count)
        return withUnsafeBytes(of: &address) { body($0.assumingMemoryBound(to: sockaddr.self).baseAddress!, length) }
    }
}
