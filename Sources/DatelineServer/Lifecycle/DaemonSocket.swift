import Glibc

/// The Unix socket that the daemon answers on: its own, or one that a service manager passed.
enum DaemonSocket {
    case own(ListeningSocket)
    case passed(PassedSocket)

    /// - Throws: `StartupError`.
    init(path: String) throws(StartupError) {
        if let passed = try PassedSocket.find() {
            self = .passed(passed)
        } else {
            self = .own(try ListeningSocket(path: path))
        }
    }

    var path: String {
        switch self {
        case .own(let socket): socket.path
        case .passed(let socket): socket.path
        }
    }

    /// Lets only the owner connect, or everybody. A passed one has the mode that its unit gives it.
    func restrict(toOwner: Bool) {
        if case .own(let socket) = self { socket.restrict(toOwner: toOwner) }
    }

    /// Whether others can get to the socket through its folder.
    var isReachable: Bool {
        if case .own(let socket) = self { socket.isReachable } else { true }
    }

    /// Removes the socket when the daemon ends, unless it was passed.
    func remove() {
        if case .own(let socket) = self { socket.remove() }
    }
}
