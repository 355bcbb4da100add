import Foundation
import TestSupport
import Testing

@testable import SearchIndex

/// The user's own recognizer, as real programs that do what they should.
@Suite struct CommandRecognizerTests {
    @Test func itsMentionsJoinTheBuiltInOnes() async throws {
        try await TestIndex.with(recognizer: RecognizerScript(example: "recognizer-patterns.py")) { test in
            // The accents show what offsets count: two bytes each, and one character.
            let report = try await test.ingest(
                #"{"id":"a","text":"é à 😀 – in Baku we saw HMS Victory before Flight MH 370 left."}"#)
            #expect(report.added == 1 && report.warnings.isEmpty)
            #expect(
                try await test.entities(of: "a") == [
                    #"place Baku ["Baku"]"#, #"misc HMS Victory ["HMS Victory"]"#,
                    #"misc Flight MH 370 ["Flight MH 370"]"#,
                ])
            #expect(try await test.ids(SearchQuery("*", where: ["misc=HMS Victory"])) == ["a#1"])
        }
    }

    @Test func itWinsOverTheBuiltInOneAndTheArticleOverBoth() async throws {
        let script = """
            reply(find("Baku", "organization", name="Baku FC") + find("Qarabagh", "org") + find("Ganja", "per"))
            """
        try await TestIndex.with(recognizer: RecognizerScript(script)) { test in
            try await test.ingest(
                #"{"id":"a","text":"Baku beat Qarabagh in Ganja, Georgia said.","entities":[{"type":"misc","name":"Ganja"}]}"#
            )
            #expect(
                try await test.entities(of: "a") == [
                    #"organization Baku FC ["Baku"]"#, #"organization Qarabagh ["Qarabagh"]"#,
                    #"misc Ganja ["Ganja"]"#, #"place Georgia ["Georgia"]"#,
                ])
        }
    }

    @Test func surnamesFindTheirFullNames() async throws {
        let script = """
            reply(find("Quel Ostrava", "person") + [m for m in find("Ostrava", "person")
                  if not p["text"][:m["start"]].endswith("Quel ")])
            """
        try await TestIndex.with(recognizer: RecognizerScript(script)) { test in
            try await test.ingest(
                #"{"id":"a","passages":["A surgeon, Quel Ostrava, came late.","Then Ostrava's turn came."]}"#)
            #expect(
                try await test.entities(of: "a") == [
                    #"person Quel Ostrava ["Quel Ostrava"]"#, #"person Quel Ostrava ["Ostrava"]"#,
                ])
        }
    }

    /// More passages than the window, more bytes than a pipe holds, answers in another order.
    @Test func answersMayComeInAnyOrderWithinTheWindow() async throws {
        let script = """
            waiting.append(p)
            if len(waiting) == 8:
                for p in reversed(waiting): reply(find("Nurmi%d" % p["id"], "person"), unit="codepoint")
                waiting = []
            """
        var recognizer = RecognizerScript(script, start: "waiting = []")
        recognizer.window = 8
        try await TestIndex.with(recognizer: recognizer) { test in
            let passages = (1...160).map { "\"x\(String(repeating: " – y", count: 500)) Nurmi\($0) z\"" }
            let report = try await test.ingest(
                #"{"id":"a","passages":[\#(passages.joined(separator: ","))]}"#)
            #expect(report.added == 1 && report.warnings.isEmpty)
            #expect(try await test.entities(of: "a") == (1...160).map { "person Nurmi\($0) [\"Nurmi\($0)\"]" })
        }
    }

    @Test func theProgramRunsOnAndGetsWhatIsKnownOfTheArticle() async throws {
        let script = """
            seen += 1
            reply([{"type": "misc", "start": 0, "end": 1, "text": p["text"][0],
                    "name": "%d %s %s" % (seen, p["title"], p["language"])}])
            """
        try await TestIndex.with(recognizer: RecognizerScript(script, start: "seen = 0")) {
            test in
            try await test.ingest(#"{"id":"a","text":"one","title":"Größe","language":"de"}"#)
            try await test.ingest(#"{"id":"b","text":"two"}"#)
            #expect(try await test.entities(of: "a") == [#"misc 1 Größe de ["o"]"#])
            #expect(try await test.entities(of: "b") == [#"misc 2 None None ["t"]"#])
        }
    }

    @Test func itEndsWithTheIndexAndTakesWhatItStartedAlong() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let script = """
                open("\(folder)/pid", "w").write("%d %d" % (os.getpid(), os.getppid()))
                reply([])
                """
            let python = try RecognizerScript(script).command(in: folder)
            // A shell that waits for a program which ignores the end of its input.
            let command = RecognizerCommand(
                words: ["sh", "-c", "\(python.words.joined(separator: " ")); sleep 600", "sh"])
            let index = try await TestIndex.open(folder, recognizer: command)
            try await TestIndex(index: index, folder: folder).ingest(#"{"id":"a","text":"one"}"#)
            let pids = try String(contentsOfFile: folder + "/pid", encoding: .utf8).split(separator: " ")
            #expect(pids.count == 2)
            await index.close()
            for pid in pids { #expect(try await isGone(pid), "\(pid)") }
        }
    }

    /// Whether a process ends. What was killed takes a moment, and whoever inherits it takes another to notice.
    private func isGone(_ pid: Substring) async throws -> Bool {
        for _ in 0..<6_000 {
            let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
            // The state follows the name, which stands in parentheses.
            guard let state, !state.contains(") Z ") else { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    @Test func commandLinesAreReadAsAShellReadsWords() {
        func words(_ line: String) -> [String]? { RecognizerCommand(commandLine: line)?.words }
        #expect(words("python3 /a/b.py") == ["python3", "/a/b.py"])
        #expect(words("  sh -c 'a | b \"c\"'  ") == ["sh", "-c", "a | b \"c\""])
        #expect(words(#""/my dir/x" a\ b "c\"d\\e\f" '' "#) == ["/my dir/x", "a b", #"c"d\e\f"#, ""])
        #expect(words("x $HOME *") == ["x", "$HOME", "*"])
        for line in ["", "  ", "'a", "\"a", "a\\", "''"] { #expect(words(line) == nil) }
    }

    @Test func aRequestIsPlainASCIIThatReadsBack() throws {
        struct Read: Decodable, Equatable {
            var id: Int
            var text: String
            var title: String?
            var language: String?
        }
        let text = "a\"b\\c\n\u{0}\u{1F}\u{7F}é€😀\u{2028}"
        let line = RecognizerRequest(id: 7, text: text, title: text, language: nil).line
        #expect(line.allSatisfy { $0 < 0x7F } && line.last == 0x0A && line.count { $0 == 0x0A } == 1)
        #expect(try JSONDecoder().decode(Read.self, from: Data(line)) == Read(id: 7, text: text, title: text))
    }
}
