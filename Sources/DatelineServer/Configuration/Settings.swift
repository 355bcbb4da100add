import DatelineAPI

/// What the configuration file sets, beside where the daemon works.
package struct Settings: Sendable {
    package var limits = ServerLimits()
    var access = AccessRules()
    var tokens = AccessTokens()
    /// The port of 127.0.0.1 to listen on as well; nil for none.
    var port: Int?
    /// Whether the line of a slow request holds its query.
    var logsQueries = false

    /// The usual settings.
    package init() {}

    /// The settings of a file; the usual ones without one.
    /// - Parameter searchTime: what the command line says, which goes before the file.
    /// - Throws: `StartupError` that names the file and the line.
    package init(file path: String?, searchTime: Duration?) throws(StartupError) {
        if let path { try read(try ConfigurationFile(path: path)) }
        if let searchTime { limits.searchTime = searchTime }
        if port != nil, tokens == AccessTokens() {
            throw StartupError("listen is set without token_file", hint: "whoever connects over TCP needs a token")
        }
    }

    private mutating func read(_ file: ConfigurationFile) throws(StartupError) {
        for line in file.lines {
            do { try set(line.name, line.value) } catch {
                var error = error
                error.message = "\(file.path):\(line.number): \(error.message)"
                throw error
            }
        }
    }

    private mutating func set(_ name: String, _ value: Substring) throws(StartupError) {
        if let role = Role(rawValue: name) { return try access.give(role, to: value) }
        switch name {
        case "listen": port = try Self.port(value)
        case "token_file": tokens = try AccessTokens(file: String(value))
        case "log_queries": logsQueries = try Self.flag(name, value)
        default: try limits.set(name, value)
        }
    }

    private static func flag(_ name: String, _ text: Substring) throws(StartupError) -> Bool {
        switch text {
        case "on": return true
        case "off": return false
        default: throw StartupError("\(name) = \(text) is neither on nor off", hint: "write on or off")
        }
    }

    /// Only this machine may connect: there is no encryption.
    private static func port(_ text: Substring) throws(StartupError) -> Int {
        let host = "127.0.0.1:"
        guard text.hasPrefix(host), let port = Int(text.dropFirst(host.count)), (1...65_535).contains(port) else {
            throw StartupError("listen = \(text) is no port of 127.0.0.1", hint: "write 127.0.0.1:PORT")
        }
        return port
    }
}
