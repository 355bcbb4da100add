import Glibc

/// A connection to a Unix socket whose bytes the test chooses, for what no well-behaved client does.
package final class RawConnection: Sendable {
    private let descriptor: Int32

    /// - Throws: `ProgramError` when nobody accepts.
    package init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard descriptor >= 0, connected == 0 else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw ProgramError(description: "cannot connect to \(path): \(reason)")
        }
    }

    deinit { close(descriptor) }

    /// Sends as much as the other end takes. Returns whether it took all.
    @discardableResult
    package func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// Ends what this end sends.
    package func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// What arrives next, at most `count` bytes; empty when the other end has closed, nil after `milliseconds` without any.
    package func read(_ count: Int = 1 << 16, within milliseconds: Int32 = 120_000) -> [UInt8]? {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, milliseconds) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: count)
        let read = Glibc.read(descriptor, &buffer, count)
        return Array(buffer.prefix(max(0, read)))
    }

    /// One reply: its head, and its body where the head says how long that is. What there is when the other end closes first.
    package func reply(within milliseconds: Int32 = 120_000) -> String {
        var bytes: [UInt8] = []
        while !Self.isWhole(bytes), let more = read(within: milliseconds), !more.isEmpty { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What arrives, until it has `mark` in it or the other end closes.
    package func read(until mark: String) -> String {
        var bytes: [UInt8] = []
        while let more = read(), !more.isEmpty {
            bytes += more
            if String(decoding: bytes, as: UTF8.self).contains(mark) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the other end closes, within a time; what it sends before is passed over.
    package func isClosed(within milliseconds: Int32) -> Bool {
        while let bytes = read(within: milliseconds) { if bytes.isEmpty { return true } }
        return false
    }

    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = text.lowercased().prefix { $0 != "{" }
        // A CR and an LF are one character.
        guard head.contains("\r\n\r\n") else { return false }
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        guard let length, let count = Int(length.dropFirst("content-length:".count).drop { $0 == " " }) else {
            return false
        }
        let headBytes = bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) } ?? bytes.count
        return bytes.count - headBytes - 4 >= count
    }
}
