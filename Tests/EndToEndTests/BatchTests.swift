import Foundation
import TestSupport
import Testing

/// A query a line, over one connection.
@Suite struct BatchTests {
    @Test func countsAreThoseOfSingleCounts() async throws {
        try await Installation.withSeeds { installation in
            let queries = [
                "accords", "person:witkoff", "xyzzyx", "", "\"peace treaty\"", "baku OR nvidia", "talks -baku",
            ]
            let input = queries.enumerated().map { $0 % 2 == 0 ? $1 : "n\($0)\t\($1)" }.joined(separator: "\n")
            for options in [[], ["--by", "passage", "--since", "2025"], ["--where", "person=Steve Witkoff"]] {
                var expected = ""
                for (index, query) in queries.enumerated() {
                    let count = try await installation.dateline(["count"] + options + ["--", query]).output
                    expected += (index % 2 == 0 ? "" : "n\(index)\t") + count
                }
                // Also where the last line has no end, and where lines end as on Windows.
                for text in [input, input + "\n", input.replacing("\n", with: "\r\n")] {
                    let run = try await installation.dateline(["count", "--batch"] + options, input: Array(text.utf8))
                    #expect(run.output == expected && run.status == 0 && run.diagnostics == "")
                }
            }
            let none = try await installation.dateline("count", "--batch", input: "xyzzyx\nzzxyyz\n")
            #expect(none.output == "0\n0\n" && none.status == 1)
            #expect(try await installation.dateline("count", "--batch").status == 1)
            #expect(try await installation.dateline("count", "--batch", "baku").status == 2)
        }
    }

    @Test func aLineThatCannotBeReadIsToldAndTheRestGoesOn() async throws {
        try await Installation.withSeeds { installation in
            let input = "a\taccords\nb\t\"open\npersn:x\nd\tbaku\n"
            let run = try await installation.dateline("count", "--batch", input: input)
            let rows = run.output.split(separator: "\n")
            #expect(run.status == 3 && rows.count == 4)
            #expect(rows[0].hasPrefix("a\t") && rows[1] == "b\terror" && rows[2] == "error" && rows[3].hasPrefix("d\t"))
            let told = run.diagnostics.split(separator: "\n")
            #expect(
                told.count == 2 && told[0].hasPrefix("dateline: line 2: ") && told[1].hasPrefix("dateline: line 3: "))
            let lines = try await installation.dateline("count", "--batch", "--format", "ndjson", input: input)
                .output.split(separator: "\n")
            #expect(lines.count == 4 && lines[1].contains(#""code":"open_quote""#) && !lines[1].contains("count"))
            #expect(lines[2].contains(#""query":"persn:x""#) && !lines[2].contains("name"))
            let hits = try await installation.dateline("search", "--batch", "--format", "tsv", "-n", "1", input: input)
            #expect(hits.status == 3)
            #expect(hits.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == ["a", "b", "persn:x", "d"])
        }
    }

    /// Whatever a line's length is, the next one is answered.
    @Test func longLinesAreTold() async throws {
        try await Installation.withSeeds { installation in
            let lines = [5_000, 100_000, 1_040_000, 1_200_000, 3_000_000].map { String(repeating: "x", count: $0) }
            let input = lines.flatMap { [$0, "accords"] }.joined(separator: "\n") + "\n" + lines[3]
            let run = try await installation.dateline("count", "--batch", input: input)
            let count = try await installation.dateline("count", "accords").output
            #expect(run.output == String(repeating: "error\n" + count, count: 5) + "error\n" && run.status == 3)
            #expect(run.diagnostics.split(separator: "\n").count == 6)
            #expect(run.diagnostics.contains("dateline: line 11: the line is longer than 1 MiB"))
        }
    }

    @Test func searchesAreThoseOfSingleSearches() async throws {
        try await Installation.withSeeds { installation in
            var (records, rows) = ("", "")
            for (name, query) in [("x y", "accords"), ("", "nvidia"), ("none", "xyzzyx")] {
                let hits = try await installation.dateline(["search", "-n", "2", "--format", "tsv", query]).output
                rows += hits.split(separator: "\n").map { "\(name)\t\($0)\n" }.joined()
                records += "\(name)\t\(query)\n"
            }
            let table = try await installation.dateline(
                "search", "--batch", "-n", "2", "--format", "tsv", input: records)
            #expect(table.output == rows && table.status == 0)
            let json = try await installation.dateline("search", "--batch", "-n", "2", input: records)
            let lines = try json.output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            #expect(lines.map { $0["name"] as? String } == ["x y", "", "none"])
            #expect(lines.map { ($0["hits"] as? [Any])?.count } == [2, 2, 0])
            let error = try await installation.dateline("search", "--batch", "--all", input: records)
            #expect(error.status == 2 && error.diagnostics.contains("--batch takes no --all"))
            #expect(try await installation.dateline("search", "--batch", "--format", "ids", input: records).status == 2)
        }
    }

    /// All of them go over one connection, and a writer that waits for each answer gets it.
    @Test func answersComeLineByLineOverOneConnection() async throws {
        try await Installation.with { installation in
            var installation = installation
            installation.environment["DATELINE_CONFIG"] = try installation.write("connections = 2\n", to: "config")
            #expect(try await installation.dateline("index", TestSupport.checkout + "seeds/wire").status == 0)
            let many = String(repeating: "accords\n", count: 500)
            let run = try await installation.dateline("count", "--batch", input: many)
            #expect(run.status == 0 && Set(run.output.split(separator: "\n")).count == 1)
            #expect(run.output.split(separator: "\n").count == 500)
            // A coprocess: each line is written after the answer to the one before.
            let script = """
                mkfifo in out
                "$1" count --batch < in > out &
                exec 3> in 4< out
                for word in accords xyzzyx accords; do echo "$word" >&3; read -r count <&4; echo "$word $count"; done
                exec 3>&-
                wait
                """
            let shell = try await ProgramRun.of(
                "/bin/sh", ["-c", "cd '\(installation.folder)' && " + script, "sh", TestSupport.program("dateline")],
                environment: installation.environment)
            let count = run.output.prefix { $0 != "\n" }
            #expect(shell.output == "accords \(count)\nxyzzyx 0\naccords \(count)\n")
        }
    }
}
