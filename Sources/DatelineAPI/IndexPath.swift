/// Where an index is.
package enum IndexPath {
    /// The absolute path of its folder: the option, `$DATELINE_INDEX`, `$XDG_DATA_HOME/dateline`, for root
    /// `/var/lib/dateline`, otherwise `~/.local/share/dateline`.
    package static func resolve(option: String?, environment: UserEnvironment) -> String {
        environment.absolute(option ?? environment["DATELINE_INDEX"] ?? usual(environment))
    }

    private static func usual(_ environment: UserEnvironment) -> String {
        if let folder = environment["XDG_DATA_HOME"] { return folder + "/dateline" }
        if environment.userID == 0 { return "/var/lib/dateline" }
        return (environment["HOME"] ?? "/tmp") + "/.local/share/dateline"
    }
}
