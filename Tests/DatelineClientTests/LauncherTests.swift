import DatelineAPI
import DatelineClient
import Glibc
import TestSupport
import Testing

@Suite struct LauncherTests {
    @Test func aDaemonThatRefusesToStartIsQuoted() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let program = folder + "/datelined"
            try await writeProgram("#!/bin/sh\necho \"args: $*\"\necho 'the index is held' >&2\nexit 1\n", to: program)
            let log = folder + "/state/datelined.log"
            let launcher = DaemonLauncher(program: program, index: "/some/index", log: log)
            let daemon = Daemon(Daemon.Address(socket: folder + "/run/s", launcher: launcher))
            let error = await #expect(throws: ClientError.self) { try await daemon.exchange(HTTPRequest(.get, "/")) }
            #expect(error?.exitStatus == .noDaemon)
            #expect(
                error?.description == """
                    datelined ended as soon as it was started; its log \(log) ends:
                      args: --socket \(folder)/run/s --index /some/index
                      the index is held
                    """)
        }
    }

    @Test func theProgramIsFoundInThePath() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try await writeProgram("#!/bin/sh\n", to: folder + "/datelined")
            let environment = UserEnvironment(
                variables: ["PATH": "/nonexistent:\(folder)", "HOME": "/home/x", "DATELINE_INDEX": "i"], userID: 7,
                workingFolder: "/w")
            let launcher = try #require(DaemonLauncher(environment: environment))
            // Beside the test runner there may be a real one.
            #expect(launcher.program.hasSuffix("/datelined"))
            #expect(launcher.index == "/w/i")
            #expect(launcher.log == "/home/x/.local/state/dateline/datelined.log")
        }
    }

    /// Another program writes it: a program that a test starts at this moment would hold a copy of the descriptor that it
    /// is written through, and what is open for writing cannot be run.
    private func writeProgram(_ text: String, to path: String) async throws {
        let run = try await ProgramRun.of(
            "/bin/sh", ["-c", "cat > \"$1\" && chmod 755 \"$1\"", "sh", path],
            environment: ["PATH": "/usr/bin:/bin"], input: Array(text.utf8))
        #expect(run.status == 0, "\(run.diagnostics)")
    }
}
