import DatelineAPI
import Glibc
import TestSupport
import Testing

/// The user's own recognizer, from the daemon's option to what the client prints.
@Suite struct RecognizerTests {
    private static let article = #"{"id":"a","title":"Ships","text":"In Baku they saw HMS Victory."}"#

    @Test func theVariableNamesIt() async throws {
        try await Installation.with { installation in
            var installation = installation
            installation.environment["DATELINE_RECOGNIZER"] =
                "python3 -B \(TestSupport.checkout)docs/examples/recognizer-patterns.py"
            let run = try await installation.dateline("index", "--input-format", "ndjson", "-", input: Self.article)
            #expect(run.status == 0 && run.diagnostics.hasPrefix("indexed 1 article"), "\(run.diagnostics)")
            #expect(try await installation.dateline("facet", "misc").output == "1\t1\tmisc=HMS Victory\n")
            #expect(try await installation.dateline("facet", "place").output == "1\t1\tplace=Baku\n")
        }
    }

    @Test func whatGoesWrongIsAWarningAndInTheLog() async throws {
        try await Installation.with { installation in
            try installation.write("import sys\nsys.exit('no model here')\n", to: "ill.py")
            let daemon = try installation.startDaemon(
                "--recognizer-command", "python3 -B '\(installation.folder)/ill.py'", "--recognizer-timeout", "20")
            #expect(try await installation.daemonListens())
            let run = try await installation.dateline(
                "index", "--format", "json", "--input-format", "ndjson", "-", input: Self.article)
            #expect(run.status == 0)
            #expect(run.diagnostics.hasPrefix("dateline: a: warning: the recognizer command ended with status 1 ("))
            let reply = try JSON.decode(IngestReply.self, from: run.outputBytes)
            #expect(reply.added == 1 && reply.warnings.map(\.code) == ["recognizer_ended"])
            #expect(try await installation.dateline("facet", "place").output == "1\t1\tplace=Baku\n")
            kill(daemon.processID, SIGTERM)
            let ended = try await daemon.end()
            #expect(ended.status == 0 && ended.diagnostics.contains("recognizer command: no model here"))
        }
    }

    @Test(arguments: [
        (["--recognizer-command", "/nowhere/x y"], "the recognizer command /nowhere/x is no program"),
        (["--recognizer-command", "surely-not-installed"], "is no program that can be run"),
        (["--recognizer-command", "sh -c 'x"], "has an open quote"),
        (["--recognizer-command", "sh", "--recognizer-timeout", "0"], "--recognizer-timeout is not from 1"),
        (["--search-timeout", "0"], "--search-timeout is not from 1"),
    ])
    func aCommandThatCannotBeIsRefusedAtTheStart(arguments: [String], message: String) async throws {
        try await Installation.with { installation in
            let daemon = try RunningProgram(
                TestSupport.program("datelined"), arguments, environment: installation.environment)
            let run = try await daemon.end()
            #expect(run.status == 1 && run.diagnostics.contains(message), "\(run.diagnostics)")
        }
    }
}
