import DatelineAPI
import DatelineClient
import Glibc
import TestSupport
import Testing

/// A command run against a test server, and what it printed.
struct CommandRun {
    var status: DatelineClient.ExitStatus?
    var error: ClientError?
    var output: String
    var diagnostics: String
    var asked: [TestServer.Asked]

    static func of(
        _ invocation: any Invocation, answer: @escaping @Sendable (TestServer.Asked) -> TestServer.Answer
    ) async throws -> CommandRun {
        try await of(make: { _ in invocation }, answer: answer)
    }

    /// Runs the command that `make` gives; `make` is handed an empty folder for the command's files.
    static func of(
        make: (String) throws -> any Invocation, answer: @escaping @Sendable (TestServer.Asked) -> TestServer.Answer,
        early: @escaping @Sendable (TestServer.Asked) -> TestServer.Answer? = { _ in nil }
    ) async throws -> CommandRun {
        var run = CommandRun(output: "", diagnostics: "", asked: [])
        try await TestSupport.withTemporaryFolder { folder in
            #expect(mkdir(folder + "/files", 0o700) == 0)
            let invocation = try make(folder + "/files")
            let environment = UserEnvironment(variables: [:], userID: geteuid(), workingFolder: folder)
            let output = open(folder + "/out", O_RDWR | O_CREAT, 0o600)
            let diagnostics = open(folder + "/err", O_RDWR | O_CREAT, 0o600)
            defer {
                close(output)
                close(diagnostics)
            }
            try await TestServer.run(folder + "/s", answer: answer, early: early) { server in
                let session = Session(
                    address: Daemon.Address(socket: folder + "/s", launcher: nil), output: Output(output, environment),
                    diagnostics: Output(diagnostics, environment), environment: environment)
                do {
                    run.status = try await invocation.run(session)
                } catch let error as ClientError {
                    run.error = error
                }
                run.asked = server.asked
            }
            run.output = contents(of: output)
            run.diagnostics = contents(of: diagnostics)
        }
        return run
    }

    private static func contents(of file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = pread(file, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}

/// Writes a file for a test.
func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fputs(text, file) >= 0)
}
