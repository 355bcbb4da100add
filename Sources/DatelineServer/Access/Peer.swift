import Glibc

/// Who is at the other end of a Unix socket, as the kernel saw it when the connection was made.
struct Peer: Equatable, Sendable {
    var user: UInt32
    /// The primary group and all others.
    var groups: Set<UInt32>

    init(user: UInt32, groups: Set<UInt32>) {
        self.user = user
        self.groups = groups
    }

    /// Asks the kernel (`SO_PEERCRED`, `SO_PEERGROUPS`). Nil when the socket is no connected Unix socket.
    init?(socket: Int32) {
        // Linux's `struct ucred`: process, user, group.
        var credentials: (process: Int32, user: UInt32, group: UInt32) = (0, 0, 0)
        var size = socklen_t(MemoryLayout.size(ofValue: credentials))
        guard getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0, credentials.user != .max else {
            return nil
        }
        // The kernel tells how much room it needs when there is too little.
        var bytes = socklen_t(0)
        getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, nil, &bytes)
        var others = [UInt32](repeating: 0, count: Int(bytes) / MemoryLayout<UInt32>.size)
        if !others.isEmpty, getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, &others, &bytes) != 0 { others = [] }
        self.init(user: credentials.user, groups: Set(others).union([credentials.group]))
    }
}
