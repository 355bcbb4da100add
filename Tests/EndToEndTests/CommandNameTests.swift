import Foundation
import TestSupport
import Testing

/// The first word of a line: commands, programs of the user's own, and mistakes.
@Suite struct CommandNameTests {
    private func install(_ script: String, as name: String, in installation: inout Installation) throws {
        let path = try installation.write(script, to: "bin/\(name)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        installation.environment["PATH"] = "\(installation.folder)/bin:\(installation.environment["PATH"] ?? "")"
    }

    @Test func aProgramOfOnesOwnIsACommand() async throws {
        try await Installation.with { installation in
            var installation = installation
            let script = "#!/bin/sh\necho \"$DATELINE_SOCKET\"\nprintf '[%s]' \"$@\"\nexit 9\n"
            try install(script, as: "dateline-digest", in: &installation)
            let plain = try await installation.dateline("digest", "a b", "--all", "--", "-x")
            #expect(plain.output == "\(installation.socket)\n[a b][--all][--][-x]")
            #expect(plain.status == 9)
            for arguments in [["--socket", "/s", "digest"], ["--socket=/s", "digest"]] {
                #expect(try await installation.dateline(arguments).output == "/s\n[]")
            }
            #expect(try await installation.dateline("digest", "--socket", "/s").output == "/s\n[--socket][/s]")
        }
    }

    @Test func commandsOfThisProgramWin() async throws {
        try await Installation.with { installation in
            var installation = installation
            try install("#!/bin/sh\necho mine\n", as: "dateline-count", in: &installation)
            let run = try await installation.dateline("--socket", installation.folder + "/none", "count", "--no-start")
            #expect(run.status == 4)
            #expect(run.diagnostics.contains(installation.folder + "/none"))
        }
    }

    @Test(arguments: [
        (["serach", "baku"], "search"), (["facets"], "facet"), (["search", "--where", "persn=x"], "person"),
        (["facet", "persn"], "person"), (["search", "persn:x"], "person"),
        (["count", "--without", "sorce=x"], "source"),
        (["search", "--facet", "plase"], "place"),
    ])
    func whatWasMeant(_ arguments: [String], _ meant: String) async throws {
        try await Installation.with { installation in
            let run = try await installation.dateline(arguments)
            #expect(run.status == 2)
            #expect(run.diagnostics.lowercased().contains("did you mean \(meant)?"), "\(run.diagnostics)")
            #expect(run.output == "")
        }
    }
}
