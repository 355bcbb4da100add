import TestSupport
import Testing

/// Spelling, by the programs as they are installed.
@Suite struct SpellingTests {
    @Test func mistakesAreForgiven() async throws {
        try await Installation.withSeeds { installation in
            let mistyped = try await installation.dateline("search", "--format", "ids", "witkof azerbajan")
            #expect(mistyped.status == 1 && mistyped.output == "")
            #expect(mistyped.diagnostics.contains("did you mean: witkoff azerbaijan\n"))
            let json = try await installation.dateline("search", "--format", "json", "person:\"Steve Witkof\"")
            #expect(json.output.contains(#""suggestion":"person:\"Steve Witkoff\"""#))
            let fuzzy = try await installation.dateline("search", "--format", "ids", "witkof~ azerbajan~1")
            #expect(fuzzy.status == 0 && !fuzzy.diagnostics.contains("did you mean"))
        }
    }

    /// The table is found where the programs are installed.
    @Test func eitherSpellingFindsTheSame() async throws {
        try await Installation.withSeeds { installation in
            for (one, other) in [
                ("programme", "program"), ("defence", "defense"), ("centre", "center"),
            ] {
                let found = try await installation.dateline("count", one)
                #expect(found.status == 0)
                #expect(try await installation.dateline("count", other).output == found.output)
            }
        }
    }

    @Test func aPrefixIsCompleted() async throws {
        try await Installation.withSeeds { installation in
            let run = try await installation.dateline("suggest", "peace", "witk", "-n", "3")
            #expect(run.status == 0 && run.diagnostics == "")
            let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
            #expect(rows.map { $0[2] } == ["person=Steve Witkoff", "word=witkoff"])
            let articles = try await installation.dateline("count", "--where", rows[0][2])
            #expect(articles.output == rows[0][0] + "\n")
            let passages = try await installation.dateline("count", "--by", "passage", "witkoff")
            #expect(passages.output == rows[1][1] + "\n")
            #expect(try await installation.dateline("suggest", "zzzz").status == 1)
            #expect(try await installation.dateline("suggest", "a", "-n", "2000").status == 2)
        }
    }
}
