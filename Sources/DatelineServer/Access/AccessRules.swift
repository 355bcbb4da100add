import Glibc

/// Who may do what over the Unix socket: the daemon's own user and root may do everything, and others what they were given.
struct AccessRules: Equatable, Sendable {
    /// Users or groups.
    struct Named: Equatable, Sendable {
        var users: Set<UInt32> = []
        var groups: Set<UInt32> = []

        var isEmpty: Bool { users.isEmpty && groups.isEmpty }

        func includes(_ peer: Peer) -> Bool { users.contains(peer.user) || !groups.isDisjoint(with: peer.groups) }
    }

    private var named: [Role: Named] = [:]

    /// Whether anybody but the daemon's user and root has a role.
    var letOthersIn: Bool { named.values.contains { !$0.isEmpty } }

    /// The highest role that `peer` has; nil for none.
    func role(of peer: Peer) -> Role? {
        if peer.user == geteuid() || peer.user == 0 { return .admin }
        return Role.allCases.last { named[$0]?.includes(peer) ?? false }
    }

    /// Gives a role to those in `text`: names or numbers with `user:` or `group:` before them, separated by spaces.
    /// - Throws: `StartupError` for one that the system does not know.
    mutating func give(_ role: Role, to text: Substring) throws(StartupError) {
        for word in text.split(separator: " ") {
            let name = String(word.drop { $0 != ":" }.dropFirst())
            if word.hasPrefix("user:"), let user = UInt32(name) ?? getpwnam(name)?.pointee.pw_uid {
                named[role, default: Named()].users.insert(user)
            } else if word.hasPrefix("group:"), let group = UInt32(name) ?? getgrnam(name)?.pointee.gr_gid {
                named[role, default: Named()].groups.insert(group)
            } else {
                throw StartupError(
                    "\(word) is no user or group", hint: "write user:NAME, group:NAME, or a number for the name")
            }
        }
    }
}
