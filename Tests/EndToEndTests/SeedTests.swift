import Foundation
import TestSupport
import Testing

/// What a newcomer does first: the sample articles, and searches in them.
@Suite struct SeedTests {
    @Test func theSamplesAreIndexedAndFound() async throws {
        try await Installation.with { installation in
            let seeds = TestSupport.checkout + "seeds"
            let run = try await installation.dateline("index", "--base", TestSupport.checkout, seeds)
            #expect(run.status == 0)
            #expect(run.output == "")
            #expect(run.diagnostics.hasPrefix("indexed 33 articles (33 new, 0 replaced, 0 unchanged), "))
            #expect(run.diagnostics.hasSuffix("; 4 files of other kinds skipped\n"))

            let words = ["--facet", "person", "--facet", "place", "abraham", "accords"]
            let text = try await installation.dateline(["search"] + words)
            #expect(text.status == 0)
            try Golden.expect(text.output, is: "search.txt")
            try Golden.expect(text.diagnostics, is: "search-diagnostics.txt")

            let json = try await installation.dateline(["search", "--format", "json", "-n", "2"] + words)
            try Golden.expect(Golden.masked(json.output), is: "search.json")
            let ndjson = try await installation.dateline(["search", "--format", "ndjson", "-n", "2"] + words)
            try Golden.expect(Golden.masked(ndjson.output), is: "search.ndjson")
            let tsv = try await installation.dateline(["search", "--format", "tsv"] + words)
            try Golden.expect(Golden.maskedScores(tsv.output), is: "search.tsv")
            let ids = try await installation.dateline(["search", "--format", "ids"] + words)
            try Golden.expect(ids.output, is: "search.ids")
            #expect([json, ndjson, tsv, ids].map(\.status) == [0, 0, 0, 0])

            let facet = try await installation.dateline("facet", "place", "-n", "5", "accords")
            try Golden.expect(facet.output, is: "facet.tsv")
        }
    }

    @Test func everySampleQueryFindsWhatWasJudgedRelevant() async throws {
        try await Installation.withSeeds { installation in
            let queries = try rows("queries.tsv")
            let judgments = try rows("judgments.tsv")
            #expect(queries.count == 30)
            for query in queries {
                let run = try await installation.dateline(
                    "search", "--format", "tsv", "--fields", "article", "--", query[1])
                #expect(run.status == 0, "\(query[1]): \(run.diagnostics)")
                let found = Set(run.output.split(separator: "\n").map(String.init))
                let relevant = judgments.filter { $0[0] == query[0] && $0[3] != "0" }.map { $0[2] }
                #expect(relevant.contains(where: found.contains), "\(query[1]): \(found)")
            }
        }
    }

    /// Articles of one story are copies of one another; each has its own id and is found by its own words.
    @Test func copiesAreArticlesOfTheirOwn() async throws {
        try await Installation.withSeeds { installation in
            let stories = try rows("stories.tsv")
            #expect(stories.count == 33)
            for story in stories {
                let run = try await installation.dateline("show", "--format", "ids", story[1])
                #expect(run.status == 0, "\(story[1]): \(run.diagnostics)")
                #expect(run.output.hasPrefix(story[1] + "#1\n"))
            }
            let run = try await installation.dateline("count", #""envoy""#, "AND", "baku")
            #expect(run.status == 0)
            #expect((Int(run.output.dropLast()) ?? 0) >= 3)
        }
    }

    /// A hit for each labelled story, and no two for one.
    @Test func copiesAreFoldedIntoStories() async throws {
        try await Installation.withSeeds { installation in
            let labelled = Dictionary(uniqueKeysWithValues: try rows("stories.tsv").map { ($0[1], $0[0]) })
            let found = try await installation.dateline(
                "search", "--by", "story", "--all", "--format", "tsv", "--fields", "article")
            let stories = found.output.split(separator: "\n").compactMap { labelled[String($0)] }
            #expect(stories.count == Set(labelled.values).count && Set(stories) == Set(labelled.values))
            #expect(try await installation.dateline("count", "--by", "story").output == "\(stories.count)\n")
            let largest = try await installation.dateline("stories", "-n", "1")
            #expect(largest.output.hasPrefix("3\t2025-08-02\t2025-08-03\t"))
            #expect(
                try await installation.dateline("stories", "--format", "ids").output.split(separator: "\n").count == 7)
            #expect(try await installation.dateline("stories", "--since", "2030").status == 1)
        }
    }

    @Test func indexingAgainChangesNothing() async throws {
        try await Installation.withSeeds { installation in
            let before = try await installation.dateline("search", "--all", "--format", "ids").output
            let again = try await installation.dateline(
                "index", "--base", TestSupport.checkout, TestSupport.checkout + "seeds")
            #expect(again.status == 0)
            #expect(again.diagnostics.hasPrefix("indexed 33 articles (0 new, 0 replaced, 33 unchanged)"))
            #expect(try await installation.dateline("search", "--all", "--format", "ids").output == before)
        }
    }

    private func rows(_ table: String) throws -> [[String]] {
        try String(contentsOfFile: TestSupport.checkout + "seeds/" + table, encoding: .utf8)
            .split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    }
}
