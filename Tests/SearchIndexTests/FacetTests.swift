import Testing

@testable import SearchIndex

@Suite struct FacetTests {
    @Test func countsArticlesAndPassages() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            let result = try await test.index.search(SearchQuery("*", facets: ["place", "source:1", "date"]))
            #expect(result.facets.map(\.field) == ["place", "source", "date"])
            #expect(
                result.facets[0].values == [
                    FacetCount(value: "Santiago", articles: 2, passages: 2, selected: false),
                    FacetCount(value: "Valparaiso", articles: 2, passages: 2, selected: false),
                ])
            #expect(result.facets[1].distinct == 2 && result.facets[1].truncated)
            #expect(
                result.facets[1].values == [FacetCount(value: "Coast Times", articles: 2, passages: 4, selected: false)]
            )
            #expect(result.facets[2].values.map(\.value) == ["2025-02-20", "2025-03-01", "2025-02-21"])
        }
    }

    @Test func aSelectedValueKeepsItsSiblings() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            let result = try await test.index.search(
                SearchQuery("*", where: ["place=Santiago"], facets: ["place", "source"]))
            #expect(result.totals == Totals(passages: 2, articles: 2, stories: 2))
            // Its own field counts as if nothing were selected; other fields count what is left.
            #expect(result.facets[0].values.map(\.value) == ["Santiago", "Valparaiso"])
            #expect(result.facets[0].values.map(\.selected) == [true, false])
            #expect(
                result.facets[1].values == [FacetCount(value: "Coast Times", articles: 1, passages: 1, selected: false)]
            )
        }
    }

    @Test func pagesThroughOneField() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(40, seed: 7))
            var query = FacetQuery(field: "person", search: try SearchQuery("*"))
            let whole = try await test.index.facet(query).facet.values
            query.limit = 2
            var paged: [FacetCount] = []
            repeat {
                let page = try await test.index.facet(query)
                #expect(page.facet.distinct == whole.count)
                paged += page.facet.values
                query.after = page.next
            } while query.after != nil
            #expect(paged == whole && whole.count == 5)
            query.prefix = "MA"
            #expect(try await test.index.facet(query).facet.values.map(\.value) == ["Ben Marsh"])
            query.prefix = nil
            query.order = .name
            query.limit = 10
            #expect(try await test.index.facet(query).facet.values.map(\.value) == whole.map(\.value).sorted())
        }
    }

    @Test(arguments: ["*", "river", "river flood", "storm OR vote", "court -goal", "person:stone", "\"river flood\""])
    func countsEqualABruteForceCount(_ text: String) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(200, seed: 11))
            let result = try await test.index.search(SearchQuery(text, facets: ["person:100", "source:100"]))
            #expect(result.hits.count == result.totals.passages)
            #expect(Set(result.hits.map(\.article.id)).count == result.totals.articles)
            for facet in result.facets {
                var passages: [String: Int] = [:]
                var articles: [String: Set<String>] = [:]
                for hit in result.hits {
                    let values =
                        facet.field == "source"
                        ? [hit.article.source].compactMap { $0 }
                        : hit.passage.entities.filter { $0.type == "person" }.map(\.name)
                    for value in Set(values) {
                        passages[value, default: 0] += 1
                        articles[value, default: []].insert(hit.article.id)
                    }
                }
                #expect(facet.distinct == passages.count)
                for count in facet.values {
                    #expect(count.passages == passages[count.value] && count.articles == articles[count.value]?.count)
                }
            }
        }
    }
}
