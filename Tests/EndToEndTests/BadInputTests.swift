import TestSupport
import Testing

/// What people bring by mistake: each is told with its place and reason, and everything else goes in.
@Suite struct BadInputTests {
    @Test func whatCannotBeReadIsToldAndTheRestIsIndexed() async throws {
        try await Installation.with { installation in
            let line = #"{"id":"%","text":"Baku is on the Caspian Sea."}"#
            func record(_ id: String) -> String { line.replacing("%", with: id) + "\n" }
            try installation.write("", to: "in/empty.txt")
            try installation.write(
                [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff, 0xd8], to: "in/binary.txt")
            // A file in an old encoding is read as such; a line of JSON has none but UTF-8.
            let latin1 = Array("Caf".utf8) + [0xe9] + Array(" in Baku".utf8)
            try installation.write(latin1, to: "in/latin1.txt")
            try installation.write(
                Array(record("l1").utf8) + Array(#"{"id":"l2","text":""#.utf8) + latin1 + Array("\"}".utf8),
                to: "in/latin1.ndjson")
            try installation.write("A text\0 with NUL in Baku", to: "in/nul.txt")
            try installation.write(record("n1") + record("n2") + "{\"id\":\n" + record("n4"), to: "in/broken.ndjson")
            try installation.write(
                #"{"id":"long-title","title":"\#(String(repeating: "é東", count: 150))","text":"Baku."}"#,
                to: "in/title.json")
            try installation.write(#"{"id":"typed","title":7,"text":"Baku."}"#, to: "in/wrong-type.json")
            try installation.write(#"{"id":"no-text"}"#, to: "in/no-text.json")
            try installation.write("not gzip", to: "in/broken.ndjson.gz")
            try installation.write("Baku is windy.\n", to: "in/good.txt")
            let run = try await installation.dateline(
                "index", "--base", installation.folder + "/in", installation.folder + "/in")
            #expect(run.status == 3)
            #expect(run.output == "")
            let told = run.diagnostics.split(separator: "\n").filter { $0.hasPrefix("dateline: ") }
            for place in [
                "empty.txt: ", "binary.txt: ", "nul.txt: ", "latin1.ndjson:2: ", "broken.ndjson:3: ",
                "wrong-type.json: ", "no-text.json: ", "broken.ndjson.gz: ",
            ] {
                #expect(told.count { $0.hasPrefix("dateline: \(place)") } == 1, "\(place) in\n\(run.diagnostics)")
            }
            #expect(told.count == 8, "\(run.diagnostics)")
            #expect(run.diagnostics.contains("indexed 7 articles (7 new"), "\(run.diagnostics)")

            let ids = try await installation.dateline(
                "search", "--all", "--format", "tsv", "--fields", "article", "baku")
            #expect(
                Set(ids.output.split(separator: "\n")) == [
                    "good.txt", "latin1.txt", "l1", "long-title", "n1", "n2", "n4",
                ])
            #expect(try await installation.dateline("count", "café").output == "1\n")
            let show = try await installation.dateline("show", "--format", "tsv", "long-title")
            #expect(show.output.contains(String(repeating: "é東", count: 150)))
        }
    }

    @Test func aLineOfFiftyMegabytesDoesNoHarm() async throws {
        try await Installation.with { installation in
            let record = Array(#"{"id":"after","text":"Baku is windy."}"#.utf8)
            let path = try installation.write(
                [UInt8](repeating: UInt8(ascii: "x"), count: 50 << 20) + [UInt8(ascii: "\n")] + record,
                to: "long.ndjson")
            // A build for debugging looks at each byte as slowly as can be.
            let run = try await installation.dateline(["index", path], timeout: .seconds(240))
            #expect(run.status == 3)
            #expect(run.diagnostics.hasPrefix("dateline: \(path):1: "))
            #expect(run.diagnostics.contains("indexed 1 article (1 new"), "\(run.diagnostics)")
            #expect(run.diagnostics.utf8.count < 1_000)
            #expect(try await installation.dateline("count", "windy").output == "1\n")
        }
    }

    /// Lines that come in several parts of one request keep their numbers, among other files.
    @Test func linesOfALongFileKeepTheirNumbers() async throws {
        try await Installation.with { installation in
            try installation.write("Baku is windy.\n", to: "in/a.txt")
            let filler = String(repeating: " ", count: 100_000)
            let lines = (1...100).map { number in
                number == 3 || number == 97 ? "{\(filler)" : #"{"id":"\#(number)","text":"Baku."\#(filler)}"#
            }
            try installation.write(lines.map { $0 + "\n" }.joined(), to: "in/b.ndjson")
            try installation.write("{", to: "in/c.ndjson")
            let run = try await installation.dateline(
                "index", "--base", installation.folder + "/in", installation.folder + "/in")
            #expect(run.status == 3)
            let places = run.diagnostics.split(separator: "\n").filter { $0.hasPrefix("dateline: ") }.map {
                $0.split(separator: ": ")[1]
            }
            #expect(places == ["b.ndjson:3", "b.ndjson:97", "c.ndjson:1"], "\(run.diagnostics)")
            #expect(run.diagnostics.contains("indexed 99 articles (99 new"), "\(run.diagnostics)")
        }
    }

    /// Nothing in an article's text reaches a terminal as anything but text.
    @Test func controlCharactersDoNotReachTheTerminal() async throws {
        try await Installation.with { installation in
            let text =
                #"{"id":"esc\u001b[2J","title":"\u001b]0;owned\u0007 Baku","text":"Baku \u001b[31mred\u202e \u009b1m"}"#
            #expect(try await installation.dateline("index", "-", input: text).status == 0)
            let run = try await installation.dateline("search", "baku")
            #expect(run.status == 0)
            let controls = run.output.unicodeScalars.filter {
                $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{202e}"
            }
            #expect(controls.isEmpty, "\(controls.map(\.value))")
        }
    }
}
