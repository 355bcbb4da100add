import DatelineAPI
import Foundation
import TestSupport
import Testing

/// Files of other programs, and compressed ones, through the real programs.
@Suite struct ImportTests {
    private static let csv =
        "id,title,date,text\nc1,Tides,2025-08-02,\"The zflood, said Ann.\"\nc2,,August,x\nc3,,,zflood two\n"
    private static let feed = """
        <rss><channel><title>Coast</title><item><guid>r1</guid><description>A zflood came.</description></item>
        <item><guid>r2</guid><title>None</title></item><item><guid>r3</guid><description>A zflood went.</description></item>
        </channel></rss>
        """

    @Test func eachRecordIsAnArticleWithItsOwnErrors() async throws {
        try await Installation.with { installation in
            try installation.write(Self.csv, to: "in/a.csv")
            try installation.write(Self.feed, to: "in/b.xml")
            try installation.write(
                "<REUTERS NEWID=\"5\"><TEXT><BODY>No zflood.</BODY></TEXT></REUTERS>", to: "in/c.sgm")
            try installation.write("<map><a/></map>", to: "in/d.xml")
            let run = try await installation.dateline("index", "--format", "json", installation.folder + "/in")
            #expect(run.status == 3)
            let reply = try JSON.decode(IngestReply.self, from: run.outputBytes)
            #expect(reply.added == 5 && reply.received == 8, "\(run.output)")
            let places = reply.errors.map { "\($0.name?.split(separator: "/").last ?? "?"):\($0.line ?? 0) \($0.code)" }
            #expect(
                Set(places) == ["a.csv:3 invalid_field", "b.xml:2 empty", "d.xml:0 invalid_xml"], "\(places)")
            let found = try await installation.dateline("search", "--format", "ids", "zflood")
            #expect(
                found.output.split(separator: "\n").map { $0.prefix { $0 != "#" } }.sorted()
                    == ["c1", "c3", "r1", "r3", "reuters-5"])
            // By content type, and from standard input.
            let piped = try await installation.dateline(
                "index", "--input-format", "csv", "-", input: "id;text\np1;\"zflood; three\"\n")
            #expect(piped.status == 0, "\(piped.diagnostics)")
            #expect(try await installation.dateline("count", "zflood").output == "6\n")
        }
    }

    @Test(arguments: [("gzip", "gz"), ("zstd", "zst")])
    func compressedFilesAndStreamsAreRead(program: String, ending: String) async throws {
        try await Installation.with { installation in
            let lines = (1...3).map { #"{"id":"\#($0)","text":"A zpacked text \#($0)."}"# + "\n" }.joined()
            let packed = try await Self.packed(lines, program)
            let file = try installation.write(packed, to: "a.ndjson.\(ending)")
            let run = try await installation.dateline("index", file)
            #expect(run.status == 0 && run.diagnostics.contains("3 new"), "\(run.diagnostics)")
            let piped = try await installation.dateline(["index", "-"], input: packed)
            #expect(piped.status == 0 && piped.diagnostics.contains("3 unchanged"), "\(piped.diagnostics)")
            // One article of a file that is read as a whole.
            let csv = try installation.write(try await Self.packed("id,text\nx,One.\n", program), to: "b.csv.\(ending)")
            #expect(try await installation.dateline("index", csv).status == 0)
            // Half of it, and what only begins like it.
            let half = try installation.write(Array(packed.prefix(packed.count - 8)), to: "c.ndjson.\(ending)")
            let cut = try await installation.dateline("index", half)
            #expect(cut.status == 3)
            #expect(cut.diagnostics.contains("not a whole gzip or zstd file"), "\(cut.diagnostics)")
            let other = try await installation.dateline(
                ["index", "--input-format", "plain", "-"], input: [packed[0]] + Array(" and then text".utf8))
            #expect(other.status == 0, "\(other.diagnostics)")
        }
    }

    private static func packed(_ text: String, _ program: String) async throws -> [UInt8] {
        let run = try await ProgramRun.of(
            "/usr/bin/env", [program, "-c"], environment: ["PATH": "/usr/bin:/bin"], input: Array(text.utf8),
            timeout: .seconds(60))
        try #require(run.status == 0, "\(run.diagnostics)")
        return run.outputBytes
    }

    /// `dateline export | dateline index -` makes an index that is equal: it exports the same, and answers the same.
    @Test func anExportMakesAnEqualIndex() async throws {
        let given = """
            {"id":"all/1","title":"Ports \\"and\\" piers","date":"2025-08-02","dateline":"LISBON (Desk)","source":"Coast",\
            "url":"https://c.example/1","section":"Sea","language":"pt","authors":["Ann Lee","Bo Li"],"tags":["tide","a;b, c"],\
            "entities":[{"type":"person","name":"Xy Zz","start":0,"end":6},{"type":"organization","name":"Zorg"}],\
            "text":"LISBON (Desk) - O porto\\treabriu.\\n\\nÉ tudo, disse Xy Zz."}
            {"id":"all/2","passages":["First zpart.","Second zpart."],"entities":[{"type":"place","name":"Zland"}]}
            {"id":"all/3","text":"Only text, zpart.","date":"1899-12-31"}

            """
        try await Installation.withSeeds { first in
            #expect(try await first.dateline("index", "-", input: given).status == 0)
            #expect(
                try await first.dateline("index", "--input-format", "csv", "-", input: "id,text\nall/4,zpart\n").status
                    == 0)
            let exported = try await first.dateline("export")
            #expect(exported.status == 0)
            try await Installation.with { second in
                let run = try await second.dateline("index", "-", input: exported.output)
                #expect(run.status == 0 && run.diagnostics.contains("37 new"), "\(run.diagnostics)")
                #expect(try await second.dateline("export").output == exported.output)
                for question in [
                    ["search", "--format", "tsv", "zpart"], ["search", "--format", "tsv", "-n", "50", "accords"],
                    ["facet", "person", "--all"], ["facet", "place", "--all"], ["facet", "organization", "--all"],
                    ["facet", "source"], ["facet", "date.month"], ["facet", "author"], ["facet", "tag"],
                    ["facet", "language"], ["show", "all/1"], ["show", "--format", "ndjson", "all/2"],
                ] {
                    let (a, b) = (try await first.dateline(question), try await second.dateline(question))
                    #expect(a.status == 0, "\(question): \(a.diagnostics)")
                    #expect(a.output == b.output, "\(question)")
                }
            }
        }
    }
}
