import Foundation
import Glibc
import TestSupport
import Testing

/// The daemon under a service manager: it is given its socket, and says when it is ready.
@Suite(.enabled(if: TestSupport.installedProgram("python3") != nil, "python3 is not installed"))
struct ServiceManagerTests {
    /// Makes a listening socket, puts it where a service manager does, and becomes the daemon.
    private static let activator = """
        import os, socket, sys
        path, program = sys.argv[1:3]
        s = socket.socket(socket.AF_UNIX); s.bind(path); s.listen(16)
        os.dup2(s.fileno(), 3); os.set_inheritable(3, True)
        os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
        os.execv(program, [program] + sys.argv[3:])
        """
    /// Writes the messages that come to a socket to a file, until the daemon says that it stops.
    private static let listener = """
        import socket, sys
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1].replace("@", "\\0"))
        with open(sys.argv[2], "w") as log:
            print("bound", file=log, flush=True)
            while True:
                message = s.recv(1000).decode(); print(message.split("\\n")[0], file=log, flush=True)
                if message == "STOPPING=1": break
        """

    @Test func aPassedSocketIsServedAndStays() async throws {
        try await Installation.with { installation in
            let daemon = try Self.python(
                installation, Self.activator, installation.socket, TestSupport.program("datelined"))
            #expect(try await installation.daemonListens())
            #expect(installation.daemonID == daemon.processID)
            let run = try await installation.dateline(
                ["index", "--no-start", "-"], input: Array(#"{"id":"1","text":"Baku is windy."}"#.utf8))
            #expect(run.status == 0, "\(run.diagnostics)")
            #expect(try await installation.dateline("count", "--no-start", "baku").output == "1\n")
            // The lock of a socket of the daemon's own.
            #expect(!FileManager.default.fileExists(atPath: installation.socket + ".lock"))
            kill(daemon.processID, SIGTERM)
            let end = try await daemon.end()
            #expect(end.status == 0, "\(end.diagnostics)")
            #expect(FileManager.default.fileExists(atPath: installation.socket))
        }
    }

    /// A connection that waits for its next request does not hold up the end.
    @Test func idleConnectionsAreClosedAtTheEnd() async throws {
        try await Installation.with { installation in
            let daemon = try Self.python(
                installation, Self.activator, installation.socket, TestSupport.program("datelined"))
            #expect(try await installation.daemonListens())
            let idle = try Self.python(
                installation,
                """
                import socket, sys
                s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
                s.sendall(b"GET /healthz HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n")
                got = b""
                while b"}" not in got[got.find(b"\\r\\n\\r\\n"):]: got += s.recv(4096)
                open(sys.argv[2], "w").close()
                while s.recv(4096): pass
                """, installation.socket, installation.folder + "/served")
            try await Self.appears(installation.folder + "/served")
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
            #expect(try await idle.end().status == 0)
        }
    }

    @Test func whatIsNoListeningSocketIsRefused() async throws {
        try await Installation.with { installation in
            let run = try await Self.python(
                installation,
                Self.activator.replacing("s.listen(16)", with: "pass"), installation.socket,
                TestSupport.program("datelined")
            ).end()
            #expect(run.status == 1)
            #expect(run.diagnostics.contains("what is passed to datelined is no listening Unix socket"))
        }
    }

    @Test(arguments: ["", "@"]) func theManagerIsTold(_ mark: String) async throws {
        try await Installation.with { installation in
            let name = mark + installation.folder + "/notify"
            let log = installation.folder + "/messages"
            let listener = try Self.python(installation, Self.listener, name, log)
            #expect(try await Self.lines(of: log, count: 1) == ["bound"])
            var told = installation
            told.environment["NOTIFY_SOCKET"] = name
            let daemon = try told.startDaemon()
            #expect(try await Self.lines(of: log, count: 2).last == "READY=1")
            #expect(try await installation.dateline("status", "--no-start").status == 0)
            kill(daemon.processID, SIGHUP)
            #expect(try await Self.lines(of: log, count: 4).suffix(2) == ["RELOADING=1", "READY=1"])
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
            #expect(try await listener.end().status == 0)
            #expect(try await Self.lines(of: log, count: 5).last == "STOPPING=1")
        }
    }

    @Test(.enabled(if: TestSupport.installedProgram("systemd-socket-activate") != nil, "systemd is not installed"))
    func systemdStartsItAtTheFirstConnection() async throws {
        try await Installation.with { installation in
            let activate = try #require(TestSupport.installedProgram("systemd-socket-activate"))
            // It hands on no variable but those that it is told.
            let variables = SanitizerEnvironment.added(to: [:]).map { "--setenv=\($0)=\($1)" }
            let daemon = try RunningProgram(
                activate,
                variables + [
                    "--listen=\(installation.socket)", TestSupport.program("datelined"), "--index", installation.index,
                    "--tables", TestSupport.checkout + "index",
                ], environment: installation.environment)
            try await Self.appears(installation.socket)
            #expect(installation.daemonID == nil)
            #expect(try await installation.daemonListens())
            #expect(installation.daemonID == daemon.processID)
            kill(daemon.processID, SIGTERM)
            let end = try await daemon.end()
            #expect(end.status == 0, "\(end.diagnostics)")
        }
    }

    @Test(.enabled(if: TestSupport.installedProgram("systemd-analyze") != nil, "systemd is not installed"))
    func theUnitsAreGoodAndTight() async throws {
        try await Installation.with { installation in
            let analyze = try #require(TestSupport.installedProgram("systemd-analyze"))
            let units = TestSupport.checkout + "Packaging/systemd/"
            let service = try String(contentsOfFile: units + "datelined.service", encoding: .utf8)
            // Where it is installed there is nothing here.
            let program = service.replacing(
                "ExecStart=/usr/bin/datelined", with: "ExecStart=\(TestSupport.program("datelined"))")
            #expect(program != service)
            let path = try installation.write(program, to: "datelined.service")
            let socket = try installation.write(
                try String(contentsOfFile: units + "datelined.socket", encoding: .utf8), to: "datelined.socket")
            let verified = try await ProgramRun.of(
                analyze, ["verify", path, socket], environment: installation.environment)
            #expect(verified.status == 0 && verified.diagnostics.isEmpty, "\(verified.diagnostics)")
            let secure = try await ProgramRun.of(
                analyze, ["security", "--offline=true", "--threshold=25", path], environment: installation.environment)
            #expect(secure.status == 0, "\(secure.output.suffix(300))")
        }
    }

    private static func python(
        _ installation: Installation, _ program: String, _ arguments: String...
    ) throws -> RunningProgram {
        try RunningProgram(
            try #require(TestSupport.installedProgram("python3")), ["-c", program] + arguments,
            environment: installation.environment)
    }

    /// Waits for a file.
    private static func appears(_ path: String) async throws {
        for _ in 0..<3_000 where !FileManager.default.fileExists(atPath: path) {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// The lines of a file, once there are so many; what there are after a minute.
    private static func lines(of path: String, count: Int) async throws -> [String] {
        var lines: [String] = []
        for _ in 0..<3_000 {
            lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
            if lines.count >= count { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        return lines
    }
}
