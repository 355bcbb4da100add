package import DatelineAPI
import Glibc
import NIOCore

/// Starts a daemon of the user's own, detached from the terminal, and waits until it answers.
package struct DaemonLauncher: Sendable {
    /// The daemon's program.
    package var program: String
    /// The folder of its index; nil lets the daemon choose.
    package var index: String?
    /// Where its output goes; appended to.
    package var log: String

    /// How long a daemon may take until it answers. One that rebuilds the columns of a large index needs seconds.
    private static let patience = Duration.seconds(60)

    package init(program: String, index: String?, log: String) {
        self.program = program
        self.index = index
        self.log = log
    }

    /// The launcher for this user, or nil where no `datelined` stands beside this program or in `$PATH`.
    package init?(environment: UserEnvironment) {
        let beside = ExecutablePath.ofThisProcess.map {
            String($0.prefix(through: $0.lastIndex(of: "/") ?? $0.startIndex))
        }
        let folders = [beside].compactMap { $0 } + (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" }
        guard let folder = folders.first(where: { access($0 + "datelined", X_OK) == 0 }) else { return nil }
        let state =
            environment["XDG_STATE_HOME"] ?? environment["HOME"].map { $0 + "/.local/state" }
            ?? "/tmp/dateline-\(environment.userID)"
        self.init(
            program: environment.absolute(folder + "datelined"),
            index: environment["DATELINE_INDEX"].map(environment.absolute),
            log: environment.absolute(state) + "/dateline/datelined.log")
    }

    /// Starts the daemon on a socket and returns once `/healthz` answers. Waits at most ``patience``.
    ///
    /// When clients do this at once, all daemons but one find the socket held and end; every client waits for that one,
    /// and starts another when that one was on its way out.
    ///
    /// - Throws: ``ClientError`` with the code `no_daemon` and the last lines of the daemon's log.
    package func launch(socket: String) async throws(ClientError) {
        for path in [socket, log] {
            Folder.create(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)))
        }
        let logStart = LogTail.size(of: log)
        let arguments = ["--socket", socket] + (index.map { ["--index", $0] } ?? [])
        let began = ContinuousClock.now
        var process: ChildProcess?
        while began.duration(to: .now) < Self.patience {
            if process == nil { process = try start(arguments, logStart: logStart) }
            try? await Task.sleep(for: .milliseconds(20))
            if await isHealthy(socket) { return }
            guard let status = process?.endedWith() else { continue }
            guard status == DaemonStatus.socketHeld else {
                throw failure("datelined ended as soon as it was started", since: logStart)
            }
            // The holder may be starting, or ending: in either case another look, and another daemon, settle it.
            process = nil
            try? await Task.sleep(for: .milliseconds(500))
            if await isHealthy(socket) { return }
        }
        throw failure("datelined was started but does not answer on \(socket)", since: logStart)
    }

    private func start(_ arguments: [String], logStart: Int) throws(ClientError) -> ChildProcess {
        do {
            return try ChildProcess.detached(program: program, arguments: arguments, output: log)
        } catch {
            throw failure("cannot start \(program): \(error.description)", since: logStart)
        }
    }

    private func isHealthy(_ socket: String) async -> Bool {
        guard let connection = try? await Connection.open(socket) else { return false }
        defer { connection.close() }
        return (try? await connection.send(HTTPRequest(.get, "/healthz"), timeout: .seconds(1)))?.status == 200
    }

    private func failure(_ message: String, since start: Int) -> ClientError {
        let lines = LogTail.lines(of: log, from: start, count: 5)
        let said = lines.isEmpty ? "; its log is \(log)" : "; its log \(log) ends:" + lines.map { "\n  \($0)" }.joined()
        return ClientError(.noDaemon, message + said, exitStatus: .noDaemon)
    }
}
