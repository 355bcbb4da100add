import Foundation
import TestSupport
import Testing

/// An index, a socket and a home of their own in a temporary folder, and the real programs that work there.
struct Installation: Sendable {
    /// The temporary folder; its path is short, because a socket's path is.
    let folder: String
    /// All environment variables of the programs.
    var environment: [String: String]

    var index: String { folder + "/index" }
    var socket: String { folder + "/s" }
    /// What the daemons that clients started have logged.
    var daemonLog: String {
        (try? String(contentsOfFile: folder + "/state/dateline/datelined.log", encoding: .utf8)) ?? ""
    }

    private init(folder: String) {
        self.folder = folder
        environment = [
            "DATELINE_SOCKET": folder + "/s", "DATELINE_INDEX": folder + "/index",
            "DATELINE_TABLES": TestSupport.checkout + "index", "HOME": folder, "XDG_STATE_HOME": folder + "/state",
            // What a search finds must not depend on how busy the machine is.
            "DATELINE_SEARCH_TIMEOUT": "240",
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
    }

    /// Runs `body` with an empty installation. Its daemon is ended afterwards, also when `body` throws.
    static func with<R: Sendable>(_ body: (Installation) async throws -> R) async throws -> R {
        try await TestSupport.withTemporaryFolder { folder in
            let installation = Installation(folder: folder)
            do {
                let result = try await body(installation)
                try await installation.endDaemon()
                return result
            } catch {
                try? await installation.endDaemon()
                throw error
            }
        }
    }

    /// The same, with the sample articles of the checkout in the index.
    static func withSeeds<R: Sendable>(_ body: (Installation) async throws -> R) async throws -> R {
        try await with { installation in
            let run = try await installation.dateline(
                "index", "--base", TestSupport.checkout, TestSupport.checkout + "seeds")
            try #require(run.status == 0, "\(run.diagnostics)")
            return try await body(installation)
        }
    }

    /// Runs the client. The first command starts a daemon.
    func dateline(_ arguments: String..., input: String = "") async throws -> ProgramRun {
        try await dateline(arguments, input: Array(input.utf8))
    }

    func dateline(
        _ arguments: [String], input: [UInt8] = [], timeout: Duration = .seconds(240)
    ) async throws -> ProgramRun {
        try await ProgramRun.of(
            TestSupport.program("dateline"), arguments, environment: environment, input: input, timeout: timeout)
    }

    /// Starts a daemon directly. It may not be listening yet.
    func startDaemon(_ arguments: String...) throws -> RunningProgram {
        try RunningProgram(TestSupport.program("datelined"), arguments, environment: environment)
    }

    /// Makes a file or a folder's file below the temporary folder, and gives its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let path = "\(folder)/\(name)"
        try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }
}
