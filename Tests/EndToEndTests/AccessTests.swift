import DatelineAPI
import Foundation
import Glibc
import TestSupport
import Testing

/// Who gets in, with real processes of other users; and the loopback listener.
@Suite(.enabled(if: TestSupport.installedProgram("curl") != nil, "curl is not installed"))
struct AccessTests {
    /// What `curl` as another user gets: the status and the body.
    private func curl(
        _ installation: Installation, as user: Int, groups: String = "", _ path: String, _ options: [String] = []
    ) async throws -> ProgramRun {
        let groups = groups.isEmpty ? ["--clear-groups"] : ["--groups", groups]
        return try await ProgramRun.of(
            try #require(TestSupport.installedProgram("setpriv")),
            ["--reuid", "\(user)", "--regid", "\(user)"] + groups + [
                try #require(TestSupport.installedProgram("curl")), "-sS", "-w", " %{http_code}", "--unix-socket",
                installation.socket,
            ] + options + ["http://localhost" + path], environment: installation.environment)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can be others"))
    func othersDoWhatTheyAreLetDo() async throws {
        try await Installation.withSeeds { installation in
            let article = ["--data-binary", "A word."]
            chmod(installation.folder, 0o711)
            // Nobody is let in: the socket is its owner's.
            #expect(try await curl(installation, as: 1_001, "/v1/status").status == 7)

            let daemon = try #require(installation.daemonID)
            try await installation.endDaemon()
            try installation.write(
                "read = user:1001 group:2001\nwrite = user:1002\nadmin = user:1003\n", to: "config")
            var others = installation
            others.environment["DATELINE_CONFIG"] = installation.folder + "/config"
            #expect(try await others.dateline("count").output == "33\n")
            #expect(others.daemonID != daemon)

            for (user, groups, reads, writes) in [
                (1_001, "", true, false), (1_004, "2001,2002", true, false), (1_002, "", true, true),
                (1_003, "", true, true), (1_005, "2002", false, false), (1_005, "", false, false),
            ] {
                let read = try await curl(others, as: user, groups: groups, "/v1/count")
                #expect(read.output.hasSuffix(reads ? " 200" : " 403"), "\(user) \(read.output)")
                let written = try await curl(others, as: user, groups: groups, "/v1/articles?name=\(user).txt", article)
                #expect(written.output.hasSuffix(writes ? " 200" : " 403"), "\(user) \(written.output)")
                if !reads {
                    #expect(read.output.contains(#""message":"user \#(user) may not read here""#), "\(read.output)")
                }
                // Whether it lives is nobody's secret.
                #expect(try await curl(others, as: user, groups: groups, "/healthz").output.hasSuffix(" 200"))
            }
            // What was refused has not gone in.
            #expect(try await others.dateline("count").output == "35\n")

            // SIGHUP takes a role away, and a typing error takes nothing.
            try installation.write("write = user:1001\n", to: "config")
            kill(try #require(others.daemonID), SIGHUP)
            #expect(try await becomes(" 403") { try await curl(others, as: 1_003, "/v1/count").output })
            #expect(try await curl(others, as: 1_001, "/v1/articles?name=b.txt", article).output.hasSuffix(" 200"))
            try installation.write("write = user:1002\noops\n", to: "config")
            kill(try #require(others.daemonID), SIGHUP)
            #expect(try await becomes("not reloaded, all is as before") { others.daemonLog })
            #expect(try await curl(others, as: 1_001, "/v1/count").output.hasSuffix(" 200"))
        }
    }

    @Test func overLoopbackATokenIsNeeded() async throws {
        try await Installation.with { installation in
            let port = try TestSupport.freePort()
            let tokens = try installation.write("read 0123456789abcdef\nwrite fedcba9876543210\n", to: "tokens")
            chmod(tokens, 0o600)
            try installation.write("listen = 127.0.0.1:\(port)\ntoken_file = \(tokens)\n", to: "config")
            let daemon = try installation.startDaemon("--config", installation.folder + "/config")
            #expect(try await installation.daemonListens())
            func ask(_ path: String, _ options: String...) async throws -> String {
                try await ProgramRun.of(
                    try #require(TestSupport.installedProgram("curl")),
                    ["-sS", "-w", " %{http_code}"] + options + ["http://127.0.0.1:\(port)\(path)"]
                ).output
            }
            let (read, write) = ("Authorization: Bearer 0123456789abcdef", "Authorization: Bearer fedcba9876543210")
            #expect(try await ask("/v1/count").hasSuffix(" 401"))
            #expect(try await ask("/v1/count", "-H", "Authorization: Bearer 0123456789abcdee").hasSuffix(" 401"))
            #expect(try await ask("/v1/count", "-H", read).hasSuffix(" 200"))
            #expect(try await ask("/v1/articles?name=a.txt", "-H", read, "-d", "A word.").hasSuffix(" 403"))
            #expect(try await ask("/v1/articles?name=a.txt", "-H", write, "-d", "A word.").hasSuffix(" 200"))
            #expect(try await ask("/healthz").hasSuffix(" 200"))
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
        }
    }

    /// Looks again until a text holds another; two hundred times at most.
    private func becomes(_ part: String, _ text: () async throws -> String) async throws -> Bool {
        for _ in 0..<200 {
            if try await text().contains(part) { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
