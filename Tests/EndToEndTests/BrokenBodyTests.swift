import TestSupport
import Testing

/// Bodies that are malformed, or break off: the error says so, and not that they were too large.
@Suite(.enabled(if: TestSupport.installedProgram("python3") != nil, "python3 is not installed"))
struct BrokenBodyTests {
    /// Sends its second argument, ends what it sends, and prints the reply up to the end of its error.
    private static let client = """
        import socket, sys
        s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
        s.sendall(sys.argv[2].encode()); s.shutdown(socket.SHUT_WR)
        got = b""
        while b"}}" not in got:
            piece = s.recv(4096)
            if not piece: break
            got += piece
        print(got.decode())
        """

    @Test(arguments: [
        ("/v1/search", "Content-Length: 10\r\n\r\n{\"q\"", "broken_off"),
        ("/v1/search", "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "bad_request"),
        ("/v1/entities/corrections", "Content-Length: 10\r\n\r\n[", "broken_off"),
        ("/v1/articles", "Content-Type: text/plain\r\nContent-Length: 10\r\n\r\nabc", "broken_off"),
        (
            "/v1/articles", "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "bad_request"
        ),
    ])
    func theErrorSaysSo(_ path: String, _ rest: String, _ code: String) async throws {
        try await Installation.with { installation in
            #expect(try await installation.dateline("status").status == 0)
            let run = try await ProgramRun.of(
                try #require(TestSupport.installedProgram("python3")),
                ["-c", Self.client, installation.socket, "POST \(path) HTTP/1.1\r\nHost: a\r\n" + rest],
                environment: installation.environment)
            #expect(run.output.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(run.output)\(run.diagnostics)")
            #expect(run.output.contains("\"code\":\"\(code)\""), "\(run.output)")
            #expect(try await installation.dateline("status", "--no-start").status == 0)
        }
    }

    @Test func whatIsTooLargeIsCalledSo() async throws {
        try await Installation.with { installation in
            let file = try installation.write("request_bytes = 1024\narticle_bytes = 1024\n", to: "conf")
            let daemon = try installation.startDaemon("--config", file)
            defer { withExtendedLifetime(daemon) {} }
            #expect(try await installation.daemonListens())
            let body = String(repeating: "a", count: 2_000)
            for (path, type) in [("/v1/search", "application/json"), ("/v1/articles", "text/plain")] {
                let request =
                    "POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Type: \(type)\r\nContent-Length: 2000\r\n\r\n"
                let run = try await ProgramRun.of(
                    try #require(TestSupport.installedProgram("python3")),
                    ["-c", Self.client, installation.socket, request + body], environment: installation.environment)
                #expect(run.output.hasPrefix("HTTP/1.1 413 Payload Too Large\r\n"), "\(run.output)")
                #expect(run.output.contains("larger than 1024 bytes"), "\(run.output)")
            }
        }
    }
}
