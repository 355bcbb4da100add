package import DatelineAPI

/// One command as it is meant: flags and words already turned into values.
package protocol Invocation: Sendable {
    /// The query text that an error's position refers to.
    var queryText: String? { get }

    /// The requests that it comes down to, for `--curl`; in the form whose reply `--format json` prints.
    ///
    /// - Throws: ``ClientError`` with the code `usage` where one line of curl cannot do it.
    func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine]

    /// Does it, printing as it goes.
    ///
    /// - Throws: ``ClientError``, which knows what to exit with.
    func run(_ session: Session) async throws(ClientError) -> ExitStatus
}

extension Invocation {
    package var queryText: String? { nil }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        throw .usage("this command is more than a request", hint: "docs/API.md tells what can be asked")
    }

    /// Runs the command for this user and reports its error: what a program's `main` calls.
    ///
    /// `socket` and `starts` are the options `--socket` and, negated, `--no-start`.
    /// With `curl`, prints its requests instead.
    package func perform(socket: String?, starts: Bool, curl: Bool = false) async -> ExitStatus {
        let environment = UserEnvironment.current
        let diagnostics = Output.diagnostics(environment)
        do throws(ClientError) {
            let path = SocketPath.resolve(option: socket, environment: environment)
            if curl {
                let lines = try curlLines(environment).map {
                    TerminalText.safe($0.text(socket: path), keepingLines: true)
                }
                try Output.standard(environment).write(lines.map { $0 + "\n" }.joined())
                return .success
            }
            try SocketPath.checkFolder(of: path, environment: environment)
            let session = Session(
                address: Daemon.Address(
                    socket: path, launcher: starts ? DaemonLauncher(environment: environment) : nil),
                output: .standard(environment),
                diagnostics: diagnostics, environment: environment)
            return try await run(session)
        } catch {
            try? diagnostics.write(ErrorText.render(error, query: queryText))
            return error.exitStatus
        }
    }
}
