import Glibc
import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct SignificanceTests {
    private static func values(_ hit: SearchHit, _ field: String) -> Set<String> {
        switch field {
        case "source": Set([hit.article.source].compactMap { $0 })
        case "date.month": Set([hit.article.date.map { String($0.prefix(7)) }].compactMap { $0 })
        default: Set(hit.passage.entities.filter { $0.type == "person" }.map(\.name))
        }
    }

    private static func articles(_ hits: [SearchHit], _ field: String) -> [String: Set<String>] {
        var articles: [String: Set<String>] = [:]
        for hit in hits {
            for value in values(hit, field) { articles[value, default: []].insert(hit.article.id) }
        }
        return articles
    }

    @Test(arguments: ["*", "river", "ruling goal", "person:stone", "title:vote"])
    func liftEqualsABruteForceCount(_ text: String) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(200, seed: 41))
            try await test.ingest(Samples.random(30, seed: 42))
            _ = try await test.index.delete(ids: ["r/100", "r/2"])
            var query = try SearchQuery(text, facets: ["person:100", "source:100", "date.month:100"])
            query.facetScore = .lift
            let everything = try await test.index.search(SearchQuery("*")).hits
            // The second time what was counted of the whole index is there already.
            for _ in 0..<2 {
                let result = try await test.index.search(query)
                #expect(result.isExact && result.totals.articles > 10)
                for facet in result.facets {
                    let here = Self.articles(result.hits, facet.field)
                    let anywhere = Self.articles(everything, facet.field)
                    #expect(facet.values.count == here.count)
                    for value in facet.values {
                        #expect(value.articles == here[value.value]?.count)
                        let share = Double(value.articles) / Double(result.totals.articles)
                        let whole = Double(anywhere[value.value]?.count ?? 0) / Double(test.index.status().articles)
                        #expect(abs((value.lift ?? -1) - share / whole) < 1e-9)
                    }
                }
            }
        }
    }

    /// What the query is about comes first, not what is frequent everywhere, nor what is named once by chance.
    @Test func whatTheQueryIsAboutComesFirst() async throws {
        try await TestIndex.with { test in
            func article(_ id: Int, _ text: String, _ people: [String]) -> String {
                let names = people.map { "{\"type\":\"person\",\"name\":\"\($0)\"}" }.joined(separator: ",")
                return "{\"id\":\"\(id)\",\"passages\":[\"\(text)\"],\"entities\":[\(names)]}\n"
            }
            var lines = ""
            // Ann is in every article; Bea in 6 of 10 on comets and 4 of 90 others; Cat once, on a comet; Dee elsewhere.
            for id in 0..<10 { lines += article(id, "comet", id < 6 ? ["Ann Ash", "Bea Birch"] : ["Ann Ash"]) }
            lines += article(10, "comet", ["Ann Ash", "Cat Cedar"])
            for id in 11..<15 { lines += article(id, "market", ["Ann Ash", "Bea Birch"]) }
            for id in 15..<100 { lines += article(id, "market", ["Ann Ash", "Dee Dogwood"]) }
            for id in 100..<102 { lines += article(id, "comet", ["Dee Dogwood"]) }
            try await test.ingest(lines)
            var query = try SearchQuery("comet", facets: ["person"])
            #expect(
                try await test.index.search(query).facets[0].values.map(\.value)
                    == ["Ann Ash", "Bea Birch", "Dee Dogwood", "Cat Cedar"])
            query.facetScore = .lift
            let byLift = try await test.index.search(query).facets[0].values
            #expect(byLift.map(\.value) == ["Bea Birch", "Cat Cedar", "Ann Ash", "Dee Dogwood"])
            let lifts = byLift.compactMap(\.lift)
            #expect(lifts.count == 4 && lifts[1] > lifts[0] && lifts[2] < 1 && lifts[3] < lifts[2])
            // A page gives the same; by name, only the order differs.
            var page = FacetQuery(field: "person", search: query)
            page.limit = 2
            let first = try await test.index.facet(page)
            page.after = first.next
            #expect(try await first.facet.values + test.index.facet(page).facet.values == byLift)
            (page.after, page.limit, page.order) = (nil, 10, .name)
            #expect(try await test.index.facet(page).facet.values == byLift.sorted { $0.value < $1.value })
        }
    }

    /// A facet that leaves its own filter out compares what it counts over, not what matches.
    @Test func aSelectedValueHasTheLiftItHadBefore() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(200, seed: 43))
            var query = try SearchQuery("river", facets: ["person", "source"])
            query.facetScore = .lift
            let before = try await test.index.search(query).facets[0].values
            query.filters = try SearchQuery("*", where: ["person=\(before[1].value)"]).filters
            let after = try await test.index.search(query).facets[0].values
            #expect(after.map(\.lift) == before.map(\.lift) && after.map(\.value) == before.map(\.value))
            #expect(after.map(\.selected) == before.map { $0.value == before[1].value })
        }
    }

    /// The formula against the table's own sum, and against a published example.
    @Test func theScoreIsDunnings() {
        func score(_ both: Int, _ having: Int, _ matching: Int, _ all: Int) -> Double {
            Significance(matching: matching, all: all, articles: [7: having])
                .score(ValueCount(id: 7, articles: both, passages: both))
        }
        // Dunning's Table 1: "the swiss", with 110, 2442, 111 and 29114 in the cells, has 270.72.
        #expect(abs(score(110, 110 + 111, 110 + 2442, 110 + 2442 + 111 + 29114) - 270.72) < 0.01)
        #expect(score(1, 1, 10, 1_000) == 0)
        #expect(score(10, 10, 10, 10) == 0 && score(5, 10, 50, 100) == 0)
        #expect(score(2, 50, 10, 100) < 0 && score(8, 50, 10, 100) > 0)
        var random = SplitMix(seed: 44)
        for _ in 0..<2_000 {
            let all = Int.random(in: 2...1_000_000, using: &random)
            let having = Int.random(in: 1...all, using: &random)
            let matching = Int.random(in: 1...all, using: &random)
            let both = Int.random(in: max(0, having + matching - all)...min(having, matching), using: &random)
            guard both > 1 else { continue }
            let cells = [both, matching - both, having - both, all - matching - having + both].map(Double.init)
            let (rows, columns) = (
                [cells[0] + cells[1], cells[2] + cells[3]], [cells[0] + cells[2], cells[1] + cells[3]]
            )
            func sum(_ numbers: [Double]) -> Double { numbers.reduce(0) { $1 > 0 ? $0 + $1 * log($1) : $0 } }
            let expected = 2 * (sum(cells) - sum(rows) - sum(columns) + sum([Double(all)]))
            #expect(abs(abs(score(both, having, matching, all)) - max(expected, 0)) < 1e-4 * max(1, expected))
        }
    }
}
