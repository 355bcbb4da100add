import QueryLanguage
import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

/// Searches by story against the same searches by article, put together by hand.
@Suite struct StorySearchTests {
    /// Articles of a few passages, some of them copies that come much later, other sources and days among them.
    private static func articles(_ count: Int, seed: UInt64) -> String {
        var random = SplitMix(seed: seed)
        let common = ["river", "flood", "storm", "vote", "court"]
        let people = ["Ada Stone", "Ben Marsh", "Cleo Hart"]
        var texts: [[String]] = []
        return (0..<count).map { number in
            var passages: [String]
            if let copied = texts.randomElement(using: &random), Int.random(in: 0..<10, using: &random) < 4 {
                passages = copied
                if Bool.random(using: &random) { passages[0] += " The river rose, said one paper." }
                if Bool.random(using: &random) { passages.append("Nobody of the court was there.") }
            } else {
                passages = (0..<3).map { passage in
                    let words = (0..<25).map { word in
                        word % 6 == 0 ? common.randomElement(using: &random) ?? "" : "x\(number)y\(passage)z\(word)"
                    }
                    let person = people.randomElement(using: &random) ?? ""
                    return words.joined(separator: " ") + " said \(Bool.random(using: &random) ? person : "they")."
                }
                texts.append(passages)
            }
            let entities = people.filter { name in passages.contains { $0.contains(name) } }
                .map { "{\"type\":\"person\",\"name\":\"\($0)\"}" }.joined(separator: ",")
            let day =
                Bool.random(using: &random) ? "\"date\":\"2025-03-0\(Int.random(in: 1...3, using: &random))\"," : ""
            return """
                {"id":"r/\(number)","title":"news",\(day)"source":"Press \(Int.random(in: 0..<4, using: &random))",\
                "passages":[\(passages.map { "\"\($0)\"" }.joined(separator: ","))],"entities":[\(entities)]}
                """
        }.joined(separator: "\n")
    }

    private static func with(_ body: (TestIndex) async throws -> Void) async throws {
        try await TestIndex.with { test in
            try await test.ingest(articles(400, seed: 1))
            _ = try await test.index.delete(ids: (0..<40).map { "r/\($0 * 9)" })
            #expect(try StoryState(test).groups.count > 30)
            try await body(test)
        }
    }

    /// Docid, article and story of each passage that a query matches.
    private struct Match {
        var docid: UInt32
        var article: String
        var story: UInt32
    }

    private func matches(_ query: SearchQuery, _ test: TestIndex) async throws -> [Match] {
        var query = query
        query.grouping = .passage
        query.facets = []
        query.limit = 1_000
        query.after = nil
        let reader = try IndexReader(try Database(path: test.folder + "/db"))
        return try await test.ids(query).map { id in
            let passage = try #require(PassageID(id))
            let record = try #require(try reader.article(id: passage.article))
            return Match(
                docid: record.firstDocid + UInt32(passage.number - 1), article: passage.article, story: record.story)
        }
    }

    @Test(arguments: [SortOrder.relevance, .newest, .oldest])
    func aHitIsTheBestArticleOfItsStory(_ sort: SortOrder) async throws {
        try await Self.with { test in
            for text in ["river", "river flood", "storm OR court", "*", "person:stone -vote", "nothing"] {
                var plain = try SearchQuery(text, by: .article, sort: sort, limit: 1_000)
                // It learns from the best hits, and these are others by story.
                plain.feedback = false
                let single = try await test.index.search(plain)
                let all = try await matches(SearchQuery(text), test)
                let story = Dictionary(all.map { ($0.article, $0.story) }) { first, _ in first }
                var order: [UInt32] = []
                var best: [UInt32: SearchHit] = [:]
                for hit in single.hits {
                    let number = try #require(story[hit.article.id])
                    if best[number] == nil {
                        best[number] = hit
                        order.append(number)
                    } else {
                        best[number]?.foldedPassages += hit.foldedPassages + 1
                        best[number]?.foldedArticles += 1
                    }
                }
                for split in [false, true] {
                    var query = try SearchQuery(text, by: .story, sort: sort, limit: 1_000)
                    query.split = split
                    query.feedback = false
                    let found = try await test.index.search(query)
                    #expect(found.totals == single.totals && found.totals.stories == order.count && found.isExact)
                    #expect(found.hits.map(\.id) == order.map { best[$0]?.id })
                    #expect(found.hits.map(\.foldedArticles) == order.map { best[$0]?.foldedArticles })
                    #expect(found.hits.map(\.foldedPassages) == order.map { best[$0]?.foldedPassages })
                    for size in [1, 60] where size > 1 || text == "river flood" {
                        query.limit = size
                        #expect(try await test.ids(query) == found.hits.map(\.id))
                    }
                }
            }
        }
    }

    @Test(arguments: [[], ["source=Press 1"], ["source=Press 1", "source=Press 2"], ["person=Ada Stone"]])
    func facetsCountStories(_ filters: [String]) async throws {
        try await Self.with { test in
            for text in ["river", "river flood", "*", "-person:stone", "NOT article:r/1"] {
                for split in [false, true] {
                    var query = try SearchQuery(
                        text, where: filters, facets: ["person", "source", "date", "date.month"], by: .story, limit: 1)
                    query.split = split
                    let result = try await test.index.search(query)
                    #expect(result.totals.stories == Set(try await matches(query, test).map(\.story)).count)
                    for facet in result.facets {
                        try await expectStories(facet, of: query, test)
                        if facet.field == "person" {
                            let page = try await test.index.facet(FacetQuery(field: facet.field, search: query))
                            #expect(page.facet.values == facet.values)
                        }
                    }
                }
            }
        }
    }

    private func expectStories(_ facet: FacetResult, of query: SearchQuery, _ test: TestIndex) async throws {
        #expect(!facet.truncated)
        let ordered = facet.values.compactMap(\.stories)
        #expect(ordered == ordered.sorted(by: >) && ordered.count == facet.values.count)
        // A filtered field counts what the others let through.
        var counted = query
        counted.filters = query.filters.filter { $0.field != facet.field }
        let (all, snapshot) = (try await matches(counted, test), test.index.snapshot)
        for value in facet.values {
            let having = all.filter { match in
                if let number = Field.named(facet.field)?.facet {
                    return snapshot.columns.facets[number].ids(of: match.docid)
                        .contains { snapshot.values[number][$0] == value.value }
                }
                let day = String(snapshot.columns.date[Int(match.docid)])
                return day != "0" && day.hasPrefix(value.value.replacing("-", with: ""))
            }
            #expect(value.passages == having.count && value.articles == Set(having.map(\.article)).count)
            #expect(value.stories == Set(having.map(\.story)).count, "\(facet.field) \(value.value)")
        }
    }

    @Test func countsSayHowManyStories() async throws {
        try await Self.with { test in
            for text in ["river", "*", "court vote"] {
                let query = try SearchQuery(text)
                let all = try await matches(query, test)
                let count = try await test.index.count(query)
                #expect(count.totals.stories == Set(all.map(\.story)).count && count.totals.passages == all.count)
            }
        }
    }

    @Test func withoutTimeNothingIsExact() async throws {
        try await Self.with { test in
            var query = try SearchQuery("river", facets: ["person"], by: .story)
            query.looks = LookLimit(0)
            let result = try await test.index.search(query)
            #expect(!result.isExact)
        }
    }

    @Test func theLargestStoriesAreListed() async throws {
        try await TestIndex.with { test in
            func line(_ id: String, _ story: Int, _ date: String?, _ source: String) -> String {
                let date = date.map { "\"date\":\"\($0)\"," } ?? ""
                return StoryTests.article(id, story).replacing(
                    "{\"id\"", with: "{\(date)\"source\":\"\(source)\",\"id\"")
            }
            try await test.ingest(
                [
                    line("a/0", 1, "2025-03-03", "Wire"), line("b/0", 2, nil, "Wire"),
                    line("a/1", 1, "2025-03-02", "Post"),
                    line("b/1", 2, "2025-04-01", "Wire"), line("c/0", 3, "2025-03-02", "Wire"),
                    line("a/2", 1, nil, "Post"),
                ].joined(separator: "\n"))
            func list(_ dates: DateRange? = nil, after: String? = nil, limit: Int = 10) async throws -> StoryPage {
                var query = StoryQuery()
                (query.dates, query.after, query.limit) = (dates, after, limit)
                return try await test.index.stories(query)
            }
            let page = try await list()
            #expect(page.items.map(\.articles) == [3, 2] && page.distinct == 2 && page.isExact && page.next == nil)
            #expect(page.items.map(\.first.id) == ["a/1", "b/1"])
            #expect(page.items.map(\.firstDate) == ["2025-03-02", "2025-04-01"])
            #expect(page.items.map(\.lastDate) == ["2025-03-03", "2025-04-01"])
            #expect(page.items.map(\.sources) == [["Post", "Wire"], ["Wire"]])
            let march = try await list(DateRange(from: 20_250_301, through: 20_250_331))
            #expect(march.items.map(\.articles) == [2])
            let first = try await list(limit: 1)
            let second = try await list(after: first.next, limit: 1)
            #expect((first.items + second.items).map(\.first.id) == ["a/1", "b/1"] && second.next == nil)
            _ = try await test.index.delete(ids: ["a/0", "a/1"])
            #expect(try await list().items.map(\.first.id) == ["b/1"])
        }
    }
}
