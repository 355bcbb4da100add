/// Where the daemon listens.
package enum SocketPath {
    /// The absolute path of the socket: the option, `$DATELINE_SOCKET`, `$XDG_RUNTIME_DIR/dateline/socket`, for root
    /// `/run/dateline/socket`, otherwise `/tmp/dateline-UID/socket`.
    package static func resolve(option: String?, environment: UserEnvironment) -> String {
        if let path = option ?? environment["DATELINE_SOCKET"] { return environment.absolute(path) }
        if let folder = environment["XDG_RUNTIME_DIR"] { return environment.absolute(folder) + "/dateline/socket" }
        if environment.userID == 0 { return "/run/dateline/socket" }
        return "/tmp/dateline-\(environment.userID)/socket"
    }
}
