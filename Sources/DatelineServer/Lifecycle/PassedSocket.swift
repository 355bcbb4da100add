import DatelineAPI
import Glibc

/// A listening Unix socket that was open when the daemon was started: a service manager made it, and keeps it
/// (`sd_listen_fds(3)`).
///
/// It is the manager's: its mode is not changed, and it is not removed.
struct PassedSocket: Equatable, Sendable {
    let descriptor: Int32
    let path: String

    /// The first that may be passed; those before are input, output and diagnostics.
    static let first: Int32 = 3

    /// The socket that `$LISTEN_PID` and `$LISTEN_FDS` tell of; nil when they tell of none, or of another process's.
    /// - Throws: `StartupError`: there are several, or it is no listening Unix socket.
    static func find(environment: UserEnvironment = .current, process: Int32 = getpid()) throws(StartupError)
        -> PassedSocket?
    {
        guard environment["LISTEN_PID"].flatMap({ Int32($0) }) == process,
            let count = environment["LISTEN_FDS"].flatMap({ Int($0) }), count > 0
        else { return nil }
        guard count == 1 else {
            throw StartupError("\(count) sockets are passed to datelined", hint: "pass the one that it is to answer on")
        }
        return try PassedSocket(descriptor: first)
    }

    init(descriptor: Int32) throws(StartupError) {
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout.size(ofValue: address))
        let found = withUnsafeMutableBytes(of: &address) {
            getsockname(descriptor, $0.assumingMemoryBound(to: sockaddr.self).baseAddress, &length)
        }
        guard found == 0, address.sun_family == sa_family_t(AF_UNIX), Self.option(SO_ACCEPTCONN, of: descriptor) == 1,
            Self.option(SO_TYPE, of: descriptor) == Int32(SOCK_STREAM.rawValue)
        else {
            throw StartupError(
                "what is passed to datelined is no listening Unix socket",
                hint: "a socket unit needs ListenStream= with a path")
        }
        // The recognizer's programs get none of it.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        self.descriptor = descriptor
        path = withUnsafeBytes(of: &address.sun_path) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private static func option(_ name: Int32, of descriptor: Int32) -> Int32? {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout.size(ofValue: value))
        return getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
    }
}
