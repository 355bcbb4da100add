import QueryLanguage
import Testing

@testable import SearchIndex

@Suite struct DateHistogramTests {
    /// Days, months and years against the hits' own dates; each value, as a filter, gives what it counted.
    @Test(arguments: ["*", "river", "river OR flood", "storm person:*"], DateUnit.allCases)
    func countsEqualABruteForceCount(_ text: String, _ unit: DateUnit) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(150, seed: 31))
            try await test.ingest(
                Samples.random(20, seed: 32).replacing("\"r/", with: "\"s/").replacing("2025-", with: "0987-"))
            let name = FacetRequest(field: "date", unit: unit).name
            let result = try await test.index.search(SearchQuery(text, facets: ["\(name):1000"]))
            let facet = try #require(result.facets.first)
            var passages: [String: Int] = [:]
            var articles: [String: Set<String>] = [:]
            for hit in result.hits {
                guard let date = hit.article.date else { continue }
                let value = String(date.prefix([.day: 10, .month: 7, .year: 4][unit] ?? 0))
                passages[value, default: 0] += 1
                articles[value, default: []].insert(hit.article.id)
            }
            #expect(facet.field == name && facet.distinct == passages.count && facet.values.count == passages.count)
            for count in facet.values {
                #expect(count.passages == passages[count.value] && count.articles == articles[count.value]?.count)
            }
            for count in facet.values.prefix(3) {
                let filtered = try await test.index.count(SearchQuery(text, where: ["date=\(count.value)"]))
                #expect(
                    filtered.totals
                        == Totals(passages: count.passages, articles: count.articles, stories: count.articles))
            }
        }
    }

    @Test func aSelectedMonthKeepsItsSiblings() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            let query = try SearchQuery("*", where: ["date=2025-02"], facets: ["date", "date.month", "date.year"])
            let result = try await test.index.search(query)
            #expect(result.totals == Totals(passages: 3, articles: 2, stories: 2))
            #expect(
                result.facets[1].values == [
                    FacetCount(value: "2025-02", articles: 2, passages: 3, selected: true),
                    FacetCount(value: "2025-03", articles: 1, passages: 2, selected: false),
                ])
            // Of the other units nothing is covered exactly.
            #expect(result.facets[0].values.count == 3 && result.facets[0].values.allSatisfy { !$0.selected })
            #expect(
                result.facets[2].values == [FacetCount(value: "2025", articles: 3, passages: 5, selected: false)])
            let range = try SearchQuery("*", where: ["date=2025-02-20..2025-02-20"], facets: ["date"])
            #expect(
                try await test.index.search(range).facets[0].values.filter(\.selected).map(\.value) == ["2025-02-20"])
        }
    }

    @Test func pagesGoThroughTime() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(150, seed: 33))
            var query = FacetQuery(field: "date", search: try SearchQuery("*"))
            query.unit = .month
            query.order = .name
            query.limit = 4
            var months: [String] = []
            repeat {
                let page = try await test.index.facet(query)
                #expect(page.facet.field == "date.month" && page.facet.distinct == 9)
                months += page.facet.values.map(\.value)
                query.after = page.next
            } while query.after != nil
            #expect(months == (1...9).map { "2025-0\($0)" })
            query.prefix = "2025-07"
            #expect(try await test.index.facet(query).facet.values.map(\.value) == ["2025-07"])
            // A cursor of the months is none of the years.
            query.prefix = nil
            query.after = try await test.index.facet(query).next
            query.unit = .year
            let years = query
            await #expect { try await test.index.facet(years) } throws: {
                ($0 as? SearchIndexError)?.code == .badQuery
            }
        }
    }
}
