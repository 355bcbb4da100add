/// Who is at the other end of a Unix socket: Linux's `struct ucred`, which `SO_PEERCRED` gives.
struct PeerCredentials: Sendable {
    var process: Int32 = 0
    var user: UInt32 = 0
    var group: UInt32 = 0
}
