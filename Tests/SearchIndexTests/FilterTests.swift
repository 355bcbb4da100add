import Testing

@testable import SearchIndex

/// Filters against what the hits themselves hold: each keeps just the hits that it should, with the scores they had.
@Suite struct FilterTests {
    private typealias Rule = @Sendable (SearchHit) -> Bool

    private static func names(_ hit: SearchHit) -> Set<String> {
        Set(hit.passage.entities.filter { $0.type == "person" }.map(\.name))
    }

    private static let cases: [(filters: [String], allOf: [String], without: [String], rule: Rule)] = [
        (["person=*"], [], [], { !names($0).isEmpty }),
        ([], [], ["person=*"], { names($0).isEmpty }),
        (["date=*"], [], [], { $0.article.date != nil }),
        ([], ["source=*", "person=*"], ["date=*"], { !names($0).isEmpty && $0.article.date == nil }),
        (["person=*", "person=Ada Stone"], [], [], { !names($0).isEmpty }),
        ([], ["person=Ada Stone", "person=Ben Marsh"], [], { names($0).isSuperset(of: ["Ada Stone", "Ben Marsh"]) }),
        (
            ["source=North Press", "source=East Daily"], ["person=Eve Lund"], ["person=Ben Marsh"],
            { names($0).contains("Eve Lund") && !names($0).contains("Ben Marsh") && $0.article.source != "South Wire" }
        ),
        ([], ["date=2025-03", "date=2025"], [], { $0.article.date?.hasPrefix("2025-03") == true }),
        ([], ["tag=*"], [], { _ in false }),
    ]

    @Test(arguments: ["*", "river", "river OR flood -storm", "court market"])
    func eachKeepsTheHitsThatItShouldWithTheirScores(_ text: String) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(250, seed: 21))
            try await test.ingest(Samples.random(40, seed: 22))
            _ = try await test.index.delete(ids: ["r/60", "r/61", "r/3"])
            let all = try await test.index.search(SearchQuery(text)).hits
            #expect(all.count > 50)
            for (filters, allOf, without, rule) in Self.cases {
                let query = try SearchQuery(text, where: filters, allOf: allOf, without: without)
                let found = try await test.index.search(query)
                let expected = all.filter(rule)
                #expect(found.hits.map(\.id) == expected.map(\.id), "\(filters) \(allOf) \(without)")
                #expect(found.hits.map(\.score) == expected.map(\.score))
                #expect(found.totals.articles == Set(expected.map(\.article.id)).count)
                #expect(try await test.index.count(query).totals == found.totals)
            }
        }
    }

    @Test func aQueryMayAskForAnyValueToo() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            #expect(try await test.ids(SearchQuery("organization:*")).sorted() == ["h/1#1", "h/2#2"])
            #expect(try await test.ids(SearchQuery("-date:*")) == ["h/4#1"])
            #expect(try await test.ids(SearchQuery("strike -place:*")).sorted() == ["h/1#2", "h/3#1"])
            #expect(try await test.index.search(SearchQuery("tag:* OR copper")).parsed == "(or tag=* copper)")
            // What a revision knows of a field does not outlive it.
            _ = try await test.index.delete(ids: ["h/1"])
            #expect(try await test.ids(SearchQuery("organization:*")) == ["h/2#2"])
        }
    }

    /// A facet leaves out its own "any of" filter, but no "all of": its values are what occurs together.
    @Test func aFacetStaysWithinWhatMustAllHold() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            let query = try SearchQuery(
                "*", allOf: ["organization=Port Union"], facets: ["organization", "place"])
            let result = try await test.index.search(query)
            #expect(result.totals == Totals(passages: 2, articles: 2, stories: 2))
            #expect(
                result.facets[0].values == [FacetCount(value: "Port Union", articles: 2, passages: 2, selected: true)])
            #expect(result.facets[1].values.map(\.value) == ["Santiago", "Valparaiso"])
            let other = try SearchQuery("*", allOf: ["organization=Nobody"], facets: ["organization"])
            #expect(try await test.index.search(other).facets[0].values.isEmpty)
        }
    }

    @Test func aCursorBelongsToItsFilters() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            var query = try SearchQuery("strike", limit: 1)
            query.after = try await test.index.search(query).next
            query.requirements = try SearchQuery("*", allOf: ["date=*"]).requirements
            let changed = query
            await #expect { try await test.index.search(changed) } throws: {
                ($0 as? SearchIndexError)?.code == .badQuery
            }
        }
    }
}
