import Glibc
import QueryLanguage
import Testing

@testable import SearchIndex

/// One query's facet against another's.
@Suite struct VersusTests {
    private static func articles(_ hits: [SearchHit], _ field: String) -> [String: Set<String>] {
        var articles: [String: Set<String>] = [:]
        for hit in hits {
            let values =
                field == "date.year"
                ? [hit.article.date.map { String($0.prefix(4)) }].compactMap(\.self)
                : hit.passage.entities.filter { $0.type == field }.map(\.name)
            for value in values { articles[value, default: []].insert(hit.article.id) }
        }
        return articles
    }

    @Test(
        arguments: [("river", "court"), ("storm", "*"), ("person:stone", "person:marsh"), ("flood", "nowhere")],
        ["person", "date.year"])
    func countsEqualABruteForceCount(_ texts: (String, String), _ field: String) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(160, seed: 61))
            let (ours, others) = (
                try await test.index.search(SearchQuery(texts.0)).hits,
                try await test.index.search(SearchQuery(texts.1)).hits
            )
            let (here, there) = (Self.articles(ours, field), Self.articles(others, field))
            let (allHere, allThere) = (Set(ours.map(\.article.id)).count, Set(others.map(\.article.id)).count)
            var query = FacetQuery(field: String(field.prefix { $0 != "." }), search: try SearchQuery(texts.0))
            query.unit = field == "date.year" ? .year : .day
            query.versus = try SearchQuery(texts.1).query
            query.limit = 1_000
            let page = try await test.index.facet(query)
            #expect(page.isExact && page.facet.distinct == page.facet.values.count)
            #expect(Set(page.facet.values.map(\.value)) == Set(here.keys).union(there.keys))
            for value in page.facet.values {
                #expect(
                    value.articles == here[value.value]?.count ?? 0 && value.versus == there[value.value]?.count ?? 0)
                // The sum over the four cells, each with what was to be expected of it.
                let observed = [
                    Double(value.articles), Double(allHere - value.articles), Double(value.versus ?? 0),
                    Double(allThere - (value.versus ?? 0)),
                ]
                let all = Double(allHere + allThere)
                var ratio = 0.0
                for cell in 0..<4 where observed[cell] > 0 {
                    let row = cell < 2 ? observed[0] + observed[1] : observed[2] + observed[3]
                    let column = cell % 2 == 0 ? observed[0] + observed[2] : observed[1] + observed[3]
                    ratio += 2 * observed[cell] * log(observed[cell] * all / (row * column))
                }
                let isMore = observed[0] * Double(allThere) >= observed[2] * Double(allHere)
                #expect(abs((value.logLikelihood ?? .nan) - (isMore ? ratio : -ratio)) < 1e-6)
            }
            let order = page.facet.values.compactMap(\.logLikelihood)
            #expect(order == order.sorted(by: >) && order.count == page.facet.values.count)
        }
    }

    @Test func pagesAddUpAndFiltersHoldOnBothSides() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(160, seed: 62))
            var query = FacetQuery(
                field: "person", search: try SearchQuery("river", where: ["organization=North Union"]))
            query.versus = try SearchQuery("court").query
            query.limit = 1_000
            let whole = try await test.index.facet(query).facet.values
            let there = Self.articles(
                try await test.index.search(SearchQuery("court", where: ["organization=North Union"])).hits, "person")
            for value in whole { #expect(value.versus == there[value.value]?.count ?? 0) }
            query.limit = 3
            var paged: [FacetCount] = []
            repeat {
                let page = try await test.index.facet(query)
                paged += page.facet.values
                query.after = page.next
            } while query.after != nil
            #expect(paged == whole && whole.count > 5)
            // A cursor of one comparison is none of another.
            query.after = try await test.index.facet(query).next
            query.versus = try SearchQuery("storm").query
            let other = query
            await #expect { try await test.index.facet(other) } throws: { ($0 as? SearchIndexError)?.code == .badQuery }
            query.after = nil
            query.order = .name
            #expect(
                try await test.index.facet(query).facet.values.map(\.value)
                    == whole.map(\.value).sorted().prefix(3).map(\.self))
        }
    }
}
