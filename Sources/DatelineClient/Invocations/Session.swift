package import DatelineAPI

/// What a command works with: the daemon, and where its output goes.
package struct Session: Sendable {
    /// Standard output.
    package var output: Output
    /// Standard error.
    package var diagnostics: Output
    /// The user's surroundings.
    package var environment: UserEnvironment
    /// The daemon.
    package let daemon: Daemon

    package init(address: Daemon.Address, output: Output, diagnostics: Output, environment: UserEnvironment) {
        self.output = output
        self.diagnostics = diagnostics
        self.environment = environment
        daemon = Daemon(address)
    }

    /// Tells the user something that is not part of the output.
    func note(_ message: String) throws(ClientError) {
        try diagnostics.write("dateline: \(TerminalText.safe(message))\n")
    }
}
