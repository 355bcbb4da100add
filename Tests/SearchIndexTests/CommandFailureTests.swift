import Foundation
import TestSupport
import Testing

@testable import SearchIndex

/// The user's own recognizer, as real programs that fail: no article is lost, and none waits for ever.
@Suite struct CommandFailureTests {
    /// Three articles, of which the second makes the program fail.
    private let articles = """
        {"id":"a","text":"The Zork left Baku."}
        {"id":"b","text":"The POISON Zork left Baku."}
        {"id":"c","text":"The Zork left Baku again."}
        """

    private func script(_ failure: String) -> String {
        "if \"POISON\" in p[\"text\"]:\n    \(failure)\nelse:\n    reply(find(\"Zork\", \"misc\"))"
    }

    private static let both = ["misc Zork [\"Zork\"]", "place Baku [\"Baku\"]"]

    @Test(arguments: [
        ("sys.exit(3)", "recognizer_ended", "ended with status 3"),
        ("os.kill(os.getpid(), 9)", "recognizer_ended", "was ended by signal 9"),
        ("os.close(1); time.sleep(600)", "recognizer_ended", "closed its output"),
        ("print('rubbish', flush=True)", "recognizer_malformed", "is not JSON"),
        ("print('[]', flush=True)", "recognizer_malformed", "has no \"id\""),
        ("p['id'] = 999; reply([])", "recognizer_malformed", "of no passage that waits"),
        ("p['id'] -= 1; reply([])", "recognizer_malformed", "of no passage that waits"),
        ("p['id'] = -2 ** 63; reply([])", "recognizer_malformed", "of no passage that waits"),
        ("p['id'] = 2 ** 63 - 1; reply([])", "recognizer_malformed", "of no passage that waits"),
        ("print(json.dumps({'id': p['id']}), flush=True)", "recognizer_malformed", "has no array"),
        ("reply([], unit='utf16')", "recognizer_malformed", "unknown \"unit\""),
        ("os.write(1, b'x' * 300000)", "recognizer_malformed", "is longer than 200000 bytes"),
        ("reply(find('Zork', 'planet'))", "recognizer_bad_mention", "of an unknown type"),
        ("reply([{'type': 'misc', 'start': 5, 'end': 99, 'text': 'x'}])", "recognizer_bad_mention", "outside the text"),
        ("reply([{'type': 'misc', 'start': -1, 'end': 2, 'text': 'x'}])", "recognizer_bad_mention", "outside the text"),
        ("reply([{'type': 'misc', 'start': 3, 'end': 3, 'text': ''}])", "recognizer_bad_mention", "outside the text"),
        ("reply([{'type': 'misc', 'start': 4, 'end': 8, 'text': 'Zork'}])", "recognizer_bad_mention", "does not stand"),
        (
            "reply([{'type': 'misc', 'start': 4, 'end': 8}])", "recognizer_bad_mention",
            "without type, start, end or text"
        ),
        ("reply([{'type': 'misc', 'start': 1e9, 'end': 8, 'text': 'x'}])", "recognizer_bad_mention", "without type"),
        ("reply(None, error='no model')", "recognizer_refused", "says: no model"),
    ])
    func aFailureCostsOneArticleItsMentions(failure: String, code: String, message: String) async throws {
        try await TestIndex.with(recognizer: RecognizerScript(script(failure))) { test in
            let report = try await test.ingest(articles)
            #expect(report.added == 3 && report.failures.isEmpty)
            #expect(report.warnings.map(\.id) == ["b"] && report.warnings.map(\.name) == ["test"])
            #expect(report.warnings.map(\.code) == [code])
            #expect(report.warnings.first?.message.contains(message) == true, "\(report.warnings)")
            for id in ["a", "c"] { #expect(try await test.entities(of: id) == Self.both) }
            // The tagger may find a name in what is left to it, but not the program's.
            let found = try await test.entities(of: "b")
            #expect(found.contains(Self.both[1]) && !found.contains(Self.both[0]), "\(found)")
        }
    }

    @Test(arguments: [
        "time.sleep(600)", "print('', flush=True); time.sleep(600)",
        "os.write(1, b'{\"id\":'); time.sleep(600)",
        "while True: print('still loading', file=sys.stderr, flush=True); time.sleep(0.05)",
    ])
    func aProgramThatHangsIsKilledAndRests(hang: String) async throws {
        var recognizer = RecognizerScript(script(hang))
        recognizer.patience = .seconds(2)
        try await TestIndex.with(recognizer: recognizer) { test in
            let report = try await test.ingest(articles)
            #expect(report.added == 3)
            #expect(report.warnings.map(\.code) == ["recognizer_silent", "recognizer_resting"])
            #expect(report.warnings.map(\.id) == ["b", "c"])
            #expect(try await test.entities(of: "a") == Self.both)
        }
    }

    /// What it started in a session of its own outlives it, and keeps writing where its messages are read.
    @Test func whatItLeavesBehindHoldsNobodyUp() async throws {
        let failure = "subprocess.Popen([\"yes\"], stdout=sys.stderr, start_new_session=True); sys.exit(3)"
        let recognizer = RecognizerScript(script(failure), start: "import subprocess")
        try await TestIndex.with(recognizer: recognizer) { test in
            let report = try await test.ingest(articles)
            #expect(report.added == 3 && report.warnings.map(\.code) == ["recognizer_ended"])
        }
    }

    @Test func aProgramThatReadsNothingIsKilled() async throws {
        let start = "time.sleep(600)"
        var recognizer = RecognizerScript("reply([])", start: start)
        (recognizer.patience, recognizer.startPatience) = (.seconds(1), .seconds(1))
        try await TestIndex.with(recognizer: recognizer) { test in
            let long = String(repeating: "long ", count: 100_000)
            let report = try await test.ingest(#"{"id":"a","passages":["\#(long)","\#(long)"]}"#)
            #expect(report.added == 1 && report.warnings.map(\.code) == ["recognizer_silent"])
        }
    }

    @Test func whatCannotBeStartedIsSaidForEachArticle() async throws {
        let command = RecognizerScript(words: ["/nowhere/recognizer"])
        try await TestIndex.with(recognizer: command) { test in
            let report = try await test.ingest(articles)
            #expect(report.added == 3)
            #expect(
                report.warnings.map(\.code) == [
                    "recognizer_not_started", "recognizer_not_started", "recognizer_resting",
                ])
            #expect(report.warnings.first?.message.contains("No such file or directory") == true)
        }
    }

    @Test func oneThatEndedWhileIdleIsStartedAgainUnnoticed() async throws {
        let script = "reply(find(\"Zork\", \"misc\"))\nsys.exit(0)"
        try await TestIndex.with(recognizer: RecognizerScript(script)) { test in
            for (number, line) in articles.split(separator: "\n").enumerated() {
                let report = try await test.ingest(String(line))
                #expect(report.warnings.isEmpty, "\(report.warnings)")
                #expect(try await test.entities(of: ["a", "b", "c"][number]).first == Self.both[0])
            }
        }
    }

    @Test func whatWentInWithoutItComesInAgainWithIt() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let script = self.script(
                "os.path.exists(\"\(folder)/ill\") and sys.exit(1)\n    reply(find(\"Zork\", \"misc\"))")
            try await TestIndex.with(recognizer: RecognizerScript(script)) { test in
                try Data().write(to: URL(filePath: folder + "/ill"))
                #expect(try await test.ingest(articles).warnings.map(\.id) == ["b"])
                try FileManager.default.removeItem(atPath: folder + "/ill")
                let again = try await test.ingest(articles)
                #expect(again.unchanged == 2 && again.replaced == 1 && again.warnings.isEmpty)
                #expect(try await test.entities(of: "b") == Self.both)
                #expect(try await test.ingest(articles).unchanged == 3)
            }
        }
    }

    /// The way through segments.
    @Test func aLoadTellsItsWarnings() async throws {
        var limits = LoadLimits()
        (limits.threshold, limits.segment) = (5, 4)
        let lines = (0..<60).map { #"{"id":"\#($0)","text":"\#($0 == 41 ? "POISON " : "")The Zork left Baku."}"# }
        try await TestIndex.with(load: limits, recognizer: RecognizerScript(script("sys.exit(1)"))) { test in
            var load = test.index.load()
            for line in lines {
                await load.add([ArticleBody(bytes: Array(line.utf8), format: .ndjson, name: "lines")])
            }
            let report = await load.finish()
            #expect(report.added == 60 && report.warnings.map(\.id) == ["41"])
            let query = try SearchQuery("*", where: ["misc=Zork"])
            #expect(try await test.index.count(query).totals.passages == 59)
        }
    }
}
