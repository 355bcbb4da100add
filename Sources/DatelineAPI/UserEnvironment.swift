import Glibc

/// What of the process's surroundings decides where things are. A value, so that tests can make one up.
package struct UserEnvironment: Sendable {
    /// The environment variables; an empty one counts as unset.
    package var variables: [String: String]
    /// The effective user id.
    package var userID: UInt32
    /// An absolute path.
    package var workingFolder: String

    package init(variables: [String: String], userID: UInt32, workingFolder: String) {
        self.variables = variables
        self.userID = userID
        self.workingFolder = workingFolder
    }

    /// A variable, or nil when it is unset or empty.
    package subscript(name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The path itself when absolute, otherwise below the working folder.
    package func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(workingFolder)/\(path)"
    }

    /// That of this process.
    package static var current: UserEnvironment {
        let names = [
            "COLUMNS", "DATELINE_CONFIG", "DATELINE_INDEX", "DATELINE_RECOGNIZER", "DATELINE_SEARCH_TIMEOUT",
            "DATELINE_SOCKET", "DATELINE_TABLES", "HOME", "LISTEN_FDS", "LISTEN_PID", "NOTIFY_SOCKET", "NO_COLOR",
            "PATH", "TERM",
            "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME",
        ]
        var variables: [String: String] = [:]
        for name in names {
            variables[name] = getenv(name).map { String(cString: $0) }
        }
        let folder = getcwd(nil, 0)
        defer { free(folder) }
        return UserEnvironment(
            variables: variables, userID: geteuid(), workingFolder: folder.map { String(cString: $0) } ?? "/")
    }
}
