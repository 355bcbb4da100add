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

    /// Starts the daemon on a socket and returns once `/healthz` answers. Waits at most ten seconds.
    ///
    /// When two clients do this at once, one daemon refuses to start; both clients find the other one.
    ///
    /// - Throws: ``ClientError`` with the code `no_daemon` and the last lines of the daemon's log.
    package func launch(socket: String) async throws(ClientError) {
        for path in [socket, log] {
            Folder.create(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)))
        }
        let logStart = LogTail.size(of: log)
        let arguments = ["--socket", socket] + (index.map { ["--index", $0] } ?? [])
        let process: ChildProcess
        do {
            process = try ChildProcess.detached(program: program, arguments: arguments, output: log)
        } catch {
            throw failure("cannot start \(program): \(error.description)", since: logStart)
        }
        let start = ContinuousClock.now
        var ended: ContinuousClock.Instant?
        while start.duration(to: .now) < .seconds(10) {
            if await isHealthy(socket) { return }
            if ended == nil, process.hasEnded() { ended = .now }
            if let ended, ended.duration(to: .now) > .seconds(1) {
                throw failure("datelined ended as soon as it was started", since: logStart)
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        if process.hasEnded() { throw failure("datelined ended as soon as it was started", since: logStart) }
        throw failure("datelined was started but does not answer on \(socket)", since: logStart)
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
