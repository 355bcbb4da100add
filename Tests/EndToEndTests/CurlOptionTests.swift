import Foundation
import TestSupport
import Testing

/// `--curl`: the printed line does what the command does.
@Suite(.enabled(if: TestSupport.installedProgram("curl") != nil, "curl is not installed"))
struct CurlOptionTests {
    private func line(_ installation: Installation, _ arguments: [String]) async throws -> String {
        let run = try await installation.dateline(arguments + ["--curl"])
        #expect(run.status == 0, "\(arguments): \(run.diagnostics)")
        return run.output
    }

    private func shell(_ installation: Installation, _ line: String, input: String = "") async throws -> ProgramRun {
        try await ProgramRun.of(
            "/bin/sh", ["-c", line], environment: installation.environment, input: Array(input.utf8))
    }

    @Test func linesThatAsk() async throws {
        try await Installation.withSeeds { installation in
            for arguments in [
                [
                    "search", "--where", "person=Steve Witkoff", "--facet", "place:3", "-n", "2", "it's",
                    "\"abraham accords\"",
                ],
                ["similar", "-n", "2", "co-20250803-accords#1"], ["similar", "--like", "Talks & tea in Baku; 50% off"],
                ["count", "--by", "story", "baku"], ["facet", "date.month", "--sort", "name", "accords"],
                ["suggest", "wit"], ["show", "seeds/wire/accords-talks.txt"], ["show", "co-20250803-accords#1"],
                ["stories", "-n", "1"], ["entities", "wit"], ["entities", "corrections", "list"],
                ["entities", "gazetteers", "list"], ["check"], ["compact"],
            ] {
                let ours = try await installation.dateline(arguments + ["--format", "json"])
                #expect(ours.status < 2, "\(arguments): \(ours.diagnostics)")
                let printed = try await line(installation, arguments)
                #expect(printed.hasPrefix("curl -sS --unix-socket \(installation.socket) "))
                let theirs = try await shell(installation, printed)
                #expect(masked(theirs.output) + "\n" == masked(ours.output), "\(printed)")
            }
        }
    }

    @Test func linesThatChange() async throws {
        try await Installation.withSeeds { installation in
            let file = try installation.write("Ganja is \"sunny\".", to: "a \"b\"; c.txt")
            for (arguments, input, found) in [
                (["index", file], "", #""added":1"#),
                (["index", "-"], #"{"id":"z","text":"Sheki."}"#, #""added":1"#),
                (["entities", "merge", "person=Steve Witkoff", "O'Witkoff"], "", #""into":"person=O'Witkoff""#),
                (["entities", "undo"], "", #""total":0"#),
                (["entities", "import", "--name", "harbours", "-"], "place\tPort Said\n", #""rows":1"#),
                (["entities", "gazetteers", "remove", "harbours"], "", #""deleted":["harbours"]"#),
                (["delete", "z#1"], "", #""deleted":["z"]"#),
                (["reindex"], "", #""replaced":34"#),
            ] {
                let printed = try await line(installation, arguments)
                let reply = try await shell(installation, printed, input: input)
                #expect(reply.output.contains(found), "\(printed) \(reply.output) \(reply.diagnostics)")
            }
            #expect(try await installation.dateline("show", file).status == 0)
            let exported = installation.folder + "/all.ndjson"
            _ = try await shell(installation, try await line(installation, ["export", exported]))
            let ours = try await installation.dateline("export", "-").output
            let theirs = try String(contentsOfFile: exported, encoding: .utf8)
            #expect(theirs == ours)
        }
    }

    @Test func nothingIsAsked() async throws {
        try await Installation.with { installation in
            #expect(try await line(installation, ["search", "baku"]).contains("/v1/search?q=baku"))
            #expect(installation.daemonID == nil)
            let many = try await installation.dateline("index", "--curl", installation.folder)
            #expect(many.status == 2)
        }
    }

    private func masked(_ text: String) -> String {
        Golden.masked(text).replacing(/"bytes(|_before|_after)":[0-9]+/, with: "")
    }
}
