import TestSupport
import Testing

/// What a facet prints leads on: a filter to its count, a cursor to the next page.
@Suite struct FacetTests {
    private func rows(_ run: ProgramRun) -> [[String]] {
        run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    }

    @Test(arguments: [["date.month", "--sort", "name"], ["date.year"], ["person", "--score", "lift", "accords"]])
    func everyPrintedValueIsAFilterThatGivesItsCount(_ arguments: [String]) async throws {
        try await Installation.withSeeds { installation in
            let run = try await installation.dateline(["facet", "--all"] + arguments)
            #expect(run.status == 0 && run.diagnostics == "")
            let rows = rows(run)
            #expect(rows.count > 1)
            if arguments.contains("name") { #expect(rows.map { $0[2] } == rows.map { $0[2] }.sorted()) }
            #expect(rows.allSatisfy { $0.count == (arguments.contains("lift") ? 4 : 3) })
            let query = arguments.contains("accords") ? ["accords"] : []
            for row in rows.prefix(5) {
                let articles = try await installation.dateline(["count", "--where", row[2]] + query)
                #expect(articles.output == row[0] + "\n", "\(row)")
                let passages = try await installation.dateline(
                    ["count", "--by", "passage", "--all-of", row[2]] + query)
                #expect(passages.output == row[1] + "\n", "\(row)")
            }
        }
    }

    @Test func pagesAddUp() async throws {
        try await Installation.withSeeds { installation in
            let options = ["facet", "person", "--prefix", "a", "--sort", "name"]
            let all = try await installation.dateline(options + ["--all"]).output
            var paged = ""
            var after: [String] = []
            repeat {
                let page = try await installation.dateline(options + ["-n", "3"] + after)
                #expect(page.diagnostics == "")
                paged += page.output
                let json = try await installation.dateline(options + ["-n", "3", "--format", "json"] + after).output
                after = json.firstMatch(of: /"next":"([^"]+)"/).map { ["--after", String($0.1)] } ?? []
            } while !after.isEmpty
            #expect(paged == all && all.split(separator: "\n").count > 3)
        }
    }

    /// Whoever asks for any value, and whoever asks for none, together get everything.
    @Test func anyValueAndNone() async throws {
        try await Installation.withSeeds { installation in
            func count(_ arguments: String...) async throws -> Int {
                let run = try await installation.dateline(["count", "--by", "passage"] + arguments)
                return try #require(Int(run.output.dropLast()))
            }
            let all = try await count()
            for field in ["person", "tag", "date"] {
                let having = try await count("--where", "\(field)=*")
                let lacking = try await count("--without", "\(field)=*")
                #expect(having > 0 && having + lacking == all)
                #expect(try await count("\(field):*") == having)
                #expect(try await count("--all-of", "\(field)=*", "--where", "\(field)=*") == having)
            }
        }
    }

    @Test func aQueryIsExplainedAndTheCacheCounted() async throws {
        try await Installation.withSeeds { installation in
            let run = try await installation.dateline(
                "search", "--explain-query", "--match", "all", "--format", "ids", "baku", "talks")
            #expect(run.diagnostics.hasPrefix("dateline: plan (and baku talk)\n"))
            #expect(run.output.contains("#") && !run.output.contains("plan"))
            let plain = try await installation.dateline("search", "--match", "all", "--format", "ids", "baku", "talks")
            #expect(run.output == plain.output)
            // What scores are made of is another matter, and part of the text.
            let text = try await installation.dateline("search", "--match", "all", "baku", "talks").output
            #expect(
                try await installation.dateline("search", "--explain-query", "--match", "all", "baku", "talks").output
                    == text)
            #expect(
                try await installation.dateline("search", "--explain", "--match", "all", "baku", "talks").output
                    .contains("  score "))
            let status = rows(try await installation.dateline("status", "--format", "tsv"))
            let figures = Dictionary(status.map { ($0[0], Int($0[1]) ?? 0) }, uniquingKeysWith: { first, _ in first })
            // The same query twice: what the first had to read was there for the second.
            for figure in ["postings cache misses", "postings cache hits", "passages cache hits", "columns bytes"] {
                #expect(try #require(figures[figure]) > 0, "\(figure)")
            }
        }
    }
}
