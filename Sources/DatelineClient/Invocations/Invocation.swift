import DatelineAPI

/// One command as it is meant: flags and words already turned into values.
package protocol Invocation: Sendable {
    /// The query text that an error's position refers to.
    var queryText: String? { get }

    /// Does it, printing as it goes.
    ///
    /// - Throws: ``ClientError``, which knows what to exit with.
    func run(_ session: Session) async throws(ClientError) -> ExitStatus
}

extension Invocation {
    package var queryText: String? { nil }

    /// Runs the command for this user and reports its error: what a program's `main` calls.
    ///
    /// `socket` and `starts` are the options `--socket` and, negated, `--no-start`.
    package func perform(socket: String?, starts: Bool) async -> ExitStatus {
        let environment = UserEnvironment.current
        let diagnostics = Output.diagnostics(environment)
        do throws(ClientError) {
            let path = SocketPath.resolve(option: socket, environment: environment)
            try SocketPath.checkFolder(of: path, environment: environment)
            let launcher = starts ? DaemonLauncher(environment: environment) : nil
            let session = Session(
                address: Daemon.Address(socket: path, launcher: launcher), output: .standard(environment),
                diagnostics: diagnostics, environment: environment)
            return try await run(session)
        } catch {
            try? diagnostics.write(ErrorText.render(error, query: queryText))
            return error.exitStatus
        }
    }
}
