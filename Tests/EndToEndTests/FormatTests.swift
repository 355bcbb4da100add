import Foundation
import TestSupport
import Testing

/// The machine formats of docs/FORMATS.md, as they are printed, in `Golden/formats`.
@Suite struct FormatTests {
    /// A file's name, and the command that prints it. Those that change the index are in the order in which they run.
    private static let reading: [(String, [String])] = [
        ("search.ids0", ["search", "--format", "ids", "-0", "-n", "2", "abraham", "accords"]),
        (
            "search.fields.ndjson",
            ["search", "--format", "ndjson", "--fields", "id,title,url,start", "-n", "2", "baku"]
        ),
        ("search.template", ["search", "--template", #"{date}\t{article.title} {{{source}}}\n"#, "-n", "2", "baku"]),
        ("similar.tsv", ["similar", "--tsv", "--fields", "article,title", "-n", "3", "co-20250803-accords"]),
        ("count.json", ["count", "--format", "json", "baku"]),
        ("count.tsv", ["count", "--tsv", "baku"]),
        ("facet.json", ["facet", "place", "--format", "json", "-n", "2", "accords"]),
        ("facet.ndjson", ["facet", "place", "--format", "ndjson", "-n", "2", "accords"]),
        ("facet.ids", ["facet", "place", "--format", "ids", "-n", "2", "accords"]),
        ("facet.lift.tsv", ["facet", "person", "--tsv", "--score", "lift", "-n", "2", "accords"]),
        ("facet.template", ["facet", "date.month", "--template", #"{field}:{value}={articles}\n"#, "--sort", "name"]),
        ("suggest.json", ["suggest", "--format", "json", "-n", "3", "wit"]),
        ("suggest.ndjson", ["suggest", "--format", "ndjson", "-n", "3", "wit"]),
        ("suggest.tsv", ["suggest", "--tsv", "-n", "3", "wit"]),
        ("suggest.ids", ["suggest", "--format", "ids", "-n", "3", "wit"]),
        ("show.article.json", ["show", "--format", "json", "seeds/wire/accords-talks.txt"]),
        ("show.article.ndjson", ["show", "--format", "ndjson", "seeds/wire/accords-talks.txt"]),
        ("show.article.tsv", ["show", "--tsv", "seeds/wire/accords-talks.txt"]),
        ("show.article.ids", ["show", "--format", "ids", "seeds/wire/accords-talks.txt"]),
        ("show.passage.json", ["show", "--format", "json", "co-20250803-accords#1"]),
        ("show.passage.ndjson", ["show", "--format", "ndjson", "co-20250803-accords#1"]),
        ("show.passage.tsv", ["show", "--tsv", "co-20250803-accords#1"]),
        ("show.passage.ids", ["show", "--format", "ids", "co-20250803-accords#1"]),
        ("stories.json", ["stories", "--format", "json", "-n", "2"]),
        ("stories.ndjson", ["stories", "--format", "ndjson", "-n", "2"]),
        ("stories.tsv", ["stories", "--tsv", "-n", "2"]),
        ("stories.ids", ["stories", "--format", "ids", "-n", "2"]),
        ("entities.json", ["entities", "--format", "json", "-n", "2", "wit"]),
        ("entities.ndjson", ["entities", "--format", "ndjson", "-n", "2", "wit"]),
        ("entities.tsv", ["entities", "--tsv", "-n", "2", "wit"]),
        ("entities.ids", ["entities", "--format", "ids", "-n", "2", "wit"]),
        ("check.json", ["check", "--format", "json"]),
        ("compact.json", ["compact", "--format", "json"]),
    ]

    private static let writing: [(String, [String])] = [
        ("index.json", ["index", "--format", "json", "-"]),
        ("correction.json", ["entities", "hide", "--format", "json", "misc=Abraham Accords"]),
        ("corrections.ndjson", ["entities", "corrections", "list", "--format", "ndjson"]),
        ("corrections.tsv", ["entities", "corrections", "list", "--tsv"]),
        ("corrections.ids", ["entities", "corrections", "list", "--format", "ids"]),
        ("corrections.export.tsv", ["entities", "corrections", "export"]),
        ("undo.json", ["entities", "undo", "--format", "json"]),
        ("import.json", ["entities", "import", "--format", "json", "--name", "harbours", "-"]),
        ("gazetteers.json", ["entities", "gazetteers", "list", "--format", "json"]),
        ("gazetteers.ndjson", ["entities", "gazetteers", "list", "--format", "ndjson"]),
        ("gazetteers.tsv", ["entities", "gazetteers", "list", "--tsv"]),
        ("gazetteers.ids", ["entities", "gazetteers", "list", "--format", "ids"]),
        ("gazetteers.remove.json", ["entities", "gazetteers", "remove", "--format", "json", "harbours"]),
        ("reindex.json", ["reindex", "--format", "json"]),
        ("export.ndjson", ["export", "-"]),
        ("delete.json", ["delete", "--format", "json", "co-20250803-accords#1"]),
        ("delete.ids", ["delete", "--format", "ids", "co-20250803-accords", "seeds/wire/accords-talks.txt"]),
    ]

    private static let input: [String: String] = [
        "index.json": "{\"id\":\"f/1\",\"title\":\"Tabs\\tand\",\"text\":\"Lines\\nand \\\\ backslashes.\"}\n{\n",
        "import.json": "place\tPort Said\tBur Said\n",
    ]

    @Test func everyFormatIsAsItIsWritten() async throws {
        try await Installation.withSeeds { installation in
            for (name, arguments) in Self.reading + Self.writing {
                let run = try await installation.dateline(arguments, input: Array((Self.input[name] ?? "").utf8))
                #expect(run.status == 0 || run.status == 3, "\(name): \(run.diagnostics)")
                var text = Self.masked(run.output)
                if name == "export.ndjson" { text = text.split(separator: "\n").last.map { $0 + "\n" } ?? "" }
                try Golden.expect(text, is: "formats/" + name)
            }
            // Its values are the machine's; the names are the format.
            let status = try await installation.dateline("status", "--tsv").output
            let names = status.split(separator: "\n").map { $0.split(separator: "\t")[0] + "\n" }.joined()
            try Golden.expect(names, is: "formats/status.names")
        }
    }

    /// A script that names its version is told when this program does not know it, whatever the command.
    @Test(arguments: [
        ["search", "baku"], ["count"], ["facet", "person"], ["similar", "x"], ["suggest", "x"], ["show", "x"],
        ["stories"], ["entities"], ["entities", "hide", "misc=x"], ["entities", "corrections"],
        ["entities", "corrections", "export"], ["entities", "undo"], ["entities", "gazetteers"],
        ["entities", "import", "/dev/null"], ["status"], ["check"], ["compact"], ["reindex"], ["index", "-"],
        ["delete", "x"], ["export"],
    ])
    func aVersionThatIsNotKnownIsRefused(_ arguments: [String]) async throws {
        try await Installation.with { installation in
            for (version, status) in [("0", 20), ("2", 21), ("x", 2)] {
                let run = try await installation.dateline(arguments + ["--format-version", version])
                #expect(run.status == Int32(status), "\(run.diagnostics)")
                #expect(run.output == "")
                #expect(run.diagnostics.contains(status == 2 ? "--format-version" : "version \(version)"))
            }
            // Nothing was asked.
            #expect(installation.daemonID == nil)
        }
    }

    @Test func oneWayToSayAFormat() async throws {
        try await Installation.with { installation in
            let both = try await installation.dateline("count", "--tsv", "--format", "json")
            #expect(both.status == 2)
            #expect(both.diagnostics.contains("exclude each other"))
        }
    }

    private static func masked(_ text: String) -> String {
        Golden.masked(text)
            .replacing(/"time":"[^"]*"/, with: #""time":"-""#)
            .replacing(/"uid":[0-9]+/, with: #""uid":0"#)
            .replacing(/(?m)^([0-9]+)\t20[0-9TZ:-]+\t[0-9]+\t/) { "\($0.1)\t-\t0\t" }
            .replacing(/"bytes(|_before|_after)":[0-9]+/) { #""bytes\#($0.1)":0"# }
            .replacing(/"path":"[^"]*"/, with: #""path":"-""#)
            .replacing(/"next":"[^"]*"/, with: #""next":"-""#)
            .replacing(/"lift":([0-9.e-]+)/) { #""lift":\#(String(format: "%.3f", Double($0.1) ?? .nan))"# }
    }
}
