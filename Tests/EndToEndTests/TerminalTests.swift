import TestSupport
import Testing

/// What differs where standard output is a terminal: a pseudo-terminal of python's here.
@Suite(.enabled(if: TestSupport.installedProgram("python3") != nil, "python3 is not installed"))
struct TerminalTests {
    /// Runs a command on a terminal of 60 columns and gives what it shows.
    private static let script = """
        import fcntl, os, pty, struct, sys, termios
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
            os.execv(sys.argv[1], sys.argv[1:])
        shown = b""
        while True:
            try: piece = os.read(terminal, 65536)
            except OSError: break
            if not piece: break
            shown += piece
        sys.stdout.buffer.write(shown.replace(b"\\r\\n", b"\\n"))
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """

    private func shown(
        _ installation: Installation, _ arguments: [String], variables: [String: String] = [:]
    ) async throws -> String {
        let python = try #require(TestSupport.installedProgram("python3"))
        let run = try await ProgramRun.of(
            python, ["-c", Self.script, TestSupport.program("dateline")] + arguments,
            environment: installation.environment.merging(variables) { $1 })
        #expect(run.status == 0, "\(run.output) \(run.diagnostics)")
        return run.output
    }

    @Test func boldAndBarsAreForTerminalsOnly() async throws {
        try await Installation.withSeeds { installation in
            let command = ["search", "-n", "2", "--facet", "place:3", "abraham accords"]
            let terminal = try await shown(installation, command, variables: ["TERM": "xterm"])
            #expect(terminal.contains("\u{1b}[1m") && terminal.contains("█"))
            let lines = terminal.replacing(/\u{1b}\[[0-9]*m/, with: "").split(separator: "\n")
            #expect(
                lines.contains { $0.hasPrefix("    ") && $0.count > 50 }
                    && lines.allSatisfy { $0.count <= 60 || !$0.hasPrefix("    ") })

            for variables in [["NO_COLOR": "1", "TERM": "xterm"], ["TERM": "dumb"]] {
                #expect(try await !shown(installation, command, variables: variables).contains("\u{1b}"))
            }
            let wide = try await shown(installation, command, variables: ["COLUMNS": "200", "TERM": "dumb"])
            #expect(wide.split(separator: "\n").contains { $0.hasPrefix("    ") && $0.count > 100 })

            let pipe = try await installation.dateline(command).output
            #expect(!pipe.contains("\u{1b}") && !pipe.contains("█"))
        }
    }

    @Test func formatsForProgramsAreTheSameOnATerminal() async throws {
        try await Installation.withSeeds { installation in
            for command in [
                ["facet", "place", "-n", "3"], ["search", "--tsv", "-n", "2", "baku"],
                ["search", "--format", "ids", "baku"], ["count", "baku"], ["suggest", "wit"],
                ["search", "--template", #"{id}\t{title}\n"#, "-n", "2", "baku"],
            ] {
                let terminal = try await shown(installation, command, variables: ["TERM": "xterm"])
                #expect(terminal.hasPrefix(try await installation.dateline(command).output), "\(command) \(terminal)")
                #expect(!terminal.contains("\u{1b}"))
            }
        }
    }

    @Test func nothingOfAnArticleControlsTheTerminal() async throws {
        try await Installation.with { installation in
            let article = #"{"id":"a","title":"\u001b]0;owned\u0007","text":"Baku \u001b[31mred\u009b."}"#
            #expect(try await installation.dateline("index", "-", input: article).status == 0)
            for command in [
                ["search", "baku"], ["search", "--template", #"{title} {text}\n"#, "baku"],
                ["search", "--tsv", "baku"], ["show", "a"], ["show", "--template", "{text}", "a"],
            ] {
                let terminal = try await shown(installation, command, variables: ["TERM": "dumb"])
                #expect(!terminal.contains("\u{1b}") && !terminal.contains("\u{9b}") && !terminal.contains("\u{7}"))
                #expect(terminal.contains("red"))
            }
        }
    }
}
