import QueryLanguage
import SearchIndex
import Testing

@Suite struct SearchTests {
    @Test func wordsMatchTextAndHeadlineByTheirStems() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            #expect(try await test.ids(SearchQuery("striking harbors")).sorted() == ["h/1#1", "h/1#2", "h/3#1"])
            // The headline stands on each passage of its article.
            #expect(try await test.ids(SearchQuery("title:copper")) == ["h/3#1"])
            #expect(try await test.ids(SearchQuery("ships wait")).sorted() == ["h/2#1", "h/2#2"])
        }
    }

    @Test(arguments: [
        ("\"closed for nine\"", ["h/1#2"]), ("\"nine closed\"", []), ("closed NEAR/3 nine", ["h/1#2"]),
        ("nine NEAR/1 closed", []), ("valpar*", ["h/1#1", "h/2#1"]), ("copper OR sixty", ["h/2#1", "h/3#1"]),
        ("strike -harbor", ["h/2#1"]), ("NOT strike", ["h/2#2", "h/4#1"]), ("place:santiago", ["h/2#2", "h/4#1"]),
        ("organization:\"port union\"", ["h/1#1", "h/2#2"]), ("organization:union", ["h/1#1", "h/2#2"]),
        ("date:2025-02", ["h/2#1", "h/2#2", "h/3#1"]), ("date:2025-02-21..", ["h/1#1", "h/1#2", "h/3#1"]),
        ("article:h/4", ["h/4#1"]), ("tag:labor", ["h/1#1", "h/1#2"]), ("person:nobody", []),
        ("author:\"ana ruiz\"", ["h/1#1", "h/1#2"]), ("the", ["h/1#1", "h/1#2", "h/2#1", "h/2#2", "h/3#1"]),
        ("*", ["h/1#1", "h/1#2", "h/2#1", "h/2#2", "h/3#1", "h/4#1"]), ("…", []),
        ("strike … harbor", ["h/1#1", "h/1#2", "h/3#1"]),
    ])
    func queryLanguage(_ text: String, _ expected: [String]) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            #expect(try await test.ids(SearchQuery(text)).sorted() == expected)
        }
    }

    @Test func filtersRestrictAndNeverChangeScores() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            let all = try await test.index.search(SearchQuery("strike")).hits
            let filtered = try await test.index.search(SearchQuery("strike", where: ["source=coast times"])).hits
            #expect(
                filtered.map(\.id).sorted()
                    == ["h/1#1", "h/1#2", "h/2#1", "h/2#2"].filter { id in all.contains { $0.id == id } })
            for hit in filtered { #expect(all.first { $0.id == hit.id }?.score == hit.score) }
            let either = try SearchQuery("*", where: ["source=Metal Wire", "place=Santiago", "source=Coast Times"])
            #expect(try await test.ids(either) == ["h/2#2"])
            #expect(
                try await test.ids(SearchQuery("*", without: ["source=Coast Times", "place=Santiago"])) == ["h/3#1"])
        }
    }

    @Test func plansPrintThemselves() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            let text = "Striking \"closed harbors\" -place:Santiago (title:ships OR date:2025-02) nine NEAR/4 days"
            #expect(
                try await test.index.search(SearchQuery(text)).parsed
                    == "(and strike \"close harbor\" (not place=santiago) (or title:ship date=20250201..20250228) (near/4 nine day))"
            )
        }
    }

    @Test func relaxesOnlyWhenTooFewArticlesHaveAllWords() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            let strict = try await test.index.search(SearchQuery("copper ships", match: .all))
            #expect(strict.totals.articles == 0 && !strict.relaxed)
            let relaxed = try await test.index.search(SearchQuery("copper ships", match: .auto))
            #expect(relaxed.relaxed && relaxed.totals.articles == 2)
            #expect(try await test.index.count(SearchQuery("copper ships", match: .auto)).totals.articles == 0)
            // One word has nothing to relax, and neither has a query that all matches satisfy anyway.
            #expect(try await !test.index.search(SearchQuery("copper", match: .auto)).relaxed)
        }
    }

    @Test func highlightsExactlyWhatMatched() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            func marked(_ text: String) async throws -> [String] {
                let hit = try await test.index.search(SearchQuery(text, where: ["article=h/1"])).hits.first {
                    $0.id == "h/1#2"
                }
                return hit.map { hit in
                    hit.highlights.map { String(decoding: Array(hit.passage.text.utf8)[$0], as: UTF8.self) }
                } ?? []
            }
            #expect(try await marked("harbors") == ["harbor", "harbor"])
            #expect(try await marked("\"the harbor on\" dock*") == ["Dockers", "the harbor on"])
            #expect(try await marked("closed -strike") == [])
        }
    }

    @Test func sortsByDateWithUndatedLast() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            #expect(
                try await test.ids(SearchQuery("*", by: .article, sort: .newest)) == [
                    "h/1#1", "h/3#1", "h/2#1", "h/4#1",
                ])
            #expect(
                try await test.ids(SearchQuery("*", by: .article, sort: .oldest)) == [
                    "h/2#1", "h/3#1", "h/1#1", "h/4#1",
                ])
        }
    }

    @Test func badQueriesSayWhatToDo() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            await #expect { try await test.index.search(SearchQuery("*", facets: ["article"])) } throws: {
                "\($0)".contains("facet") || "\($0)".contains("count")
            }
            var query = try SearchQuery("strike")
            query.after = "not a cursor"
            let stale = query
            await #expect { try await test.index.search(stale) } throws: {
                ($0 as? SearchIndexError)?.code == .badQuery
            }
        }
    }
}
