import DatelineAPI
import Glibc
import TestSupport
import Testing

/// The user's own gazetteers through the real client and daemon.
@Suite struct GazetteerTests {
    private static let article = #"{"id":"a","text":"In Zorkton and in Baku it rained."}"#

    private func index(_ installation: Installation) async throws -> ProgramRun {
        try await installation.dateline("index", "--input-format", "ndjson", "-", input: Self.article)
    }

    @Test func importListRemove() async throws {
        try await Installation.with { installation in
            let empty = try await installation.dateline("entities", "gazetteers")
            #expect(empty.output == "" && empty.status == 1)
            let path = try installation.write("# towns\nplace\tPort Zorkton\tZorkton\n", to: "towns.v2.tsv")
            let first = try await installation.dateline("entities", "import", path)
            #expect(
                first.output == "imported towns: 1 row; articles indexed from now on are recognized with it\n"
                    && first.status == 0, "\(first.diagnostics)")
            #expect(try await index(installation).status == 0)
            #expect(
                try await installation.dateline("facet", "place").output
                    == "1\t1\tplace=Baku\n1\t1\tplace=Port Zorkton\n")

            let piped = try await installation.dateline(
                ["entities", "import", "--name", "more", "--format", "json", "-"], input: Array("misc\tZorkfest\n".utf8)
            )
            let reply = try JSON.decode(GazetteerReply.self, from: piped.outputBytes)
            #expect(reply.gazetteer == GazetteerDetail(name: "more", rows: 1, bytes: 14) && reply.format == "tsv")
            #expect(try await installation.dateline("entities", "gazetteers").output == "more   1 row\ntowns  1 row\n")

            // Another daemon finds them.
            try await installation.endDaemon()
            #expect(
                try await installation.dateline("entities", "gazetteers", "--format", "ids").output == "more\ntowns\n")
            let removed = try await installation.dateline("entities", "gazetteers", "remove", "towns", "nothing")
            #expect(removed.output == "removed towns\n" && removed.status == 3)
            #expect(removed.diagnostics == "dateline: there is no gazetteer nothing\n")
            #expect(try await index(installation).status == 0)
            let places = try await installation.dateline("facet", "place").output
            #expect(places.contains("\tplace=Baku\n") && !places.contains("Port Zorkton"), "\(places)")
        }
    }

    @Test func aBadFileIsRefusedWithItsLine() async throws {
        try await Installation.with { installation in
            let path = try installation.write("place\tZorkton\n\nplanet\tMars\n", to: "bad.tsv")
            let run = try await installation.dateline("entities", "import", path)
            #expect(run.status == 2 && run.output == "")
            #expect(run.diagnostics.hasPrefix("dateline: bad:3: unknown type 'planet' ("), "\(run.diagnostics)")
            #expect(try await installation.dateline("entities", "gazetteers").status == 1)
            let absent = try await installation.dateline("entities", "import", "/nowhere/x.tsv")
            #expect(absent.status == 3 && absent.diagnostics.contains("/nowhere/x.tsv: cannot read it"))
            let nameless = try await installation.dateline("entities", "import", "-")
            #expect(nameless.status == 2 && nameless.diagnostics.contains("--name"))
            let called = try await installation.dateline("entities", "import", "--name", "a/b", path)
            #expect(called.status == 2 && called.diagnostics.contains("cannot be called so"))
        }
    }

    /// A long dump of GeoNames, compressed: what is refused in its midst, and what goes in.
    @Test func aDumpOfGeoNames() async throws {
        try await Installation.with { installation in
            let rows = (0..<20_000).map { number in
                let letters = String(
                    String.UnicodeScalarView(
                        String(number, radix: 8).unicodeScalars.compactMap { Unicode.Scalar($0.value + 49) }))
                return
                    "\(number)\tZork\(letters)ville\tZork\(letters)ville\t\t1.5\t2.5\tP\tPPL\tGB\t\t\t\t\t\t\(number)\t\t2\tX\t2020-01-01\n"
            }
            try installation.write(rows.joined(), to: "dump.txt")
            let gzip = try #require(TestSupport.installedProgram("gzip"))
            _ = try await ProgramRun.of(gzip, [installation.folder + "/dump.txt"])
            let run = try await installation.dateline(
                "entities", "import", "--min-population", "19000", installation.folder + "/dump.txt.gz")
            #expect(
                run.output
                    == "imported dump: 1000 rows, 19000 left out; articles indexed from now on are "
                    + "recognized with it\n", "\(run.diagnostics)")
            try installation.write(rows.joined() + "not a row\n", to: "bad.txt")
            let bad = try await installation.dateline("entities", "import", installation.folder + "/bad.txt")
            #expect(bad.status == 2 && bad.diagnostics.contains("bad:20001: expected 19 columns, found 1"))
            let early = try await installation.dateline(
                "entities", "import", "--name", "early", "-", input: rows[0] + "no\n" + rows.joined())
            #expect(early.status == 2 && early.diagnostics.contains("early:2: "), "\(early.diagnostics)")
        }
    }
}
