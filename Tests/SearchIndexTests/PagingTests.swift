import QueryLanguage
import SearchIndex
import Testing

@Suite struct PagingTests {
    @Test(arguments: [Grouping.passage, .article], [SortOrder.relevance, .newest, .oldest])
    func pagesAddUpToTheWholeList(_ grouping: Grouping, _ sort: SortOrder) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(150, seed: 3))
            let whole = try await test.ids(SearchQuery("river OR flood", by: grouping, sort: sort, limit: 1_000))
            #expect(Set(whole).count == whole.count && whole.count > 60)
            for size in [1, 7, 50] {
                #expect(
                    try await test.ids(SearchQuery("river OR flood", by: grouping, sort: sort, limit: size)) == whole)
            }
        }
    }

    @Test func aGroupIsItsBestPassageAndSaysHowManyAreFolded() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(150, seed: 5))
            let passages = try await test.index.search(SearchQuery("river", by: .passage)).hits
            let groups = try await test.index.search(SearchQuery("river", by: .article))
            #expect(groups.totals.articles == groups.hits.count)
            for group in groups.hits {
                let members = passages.filter { $0.article.id == group.article.id }
                #expect(members.first?.id == group.id && members.count == group.foldedPassages + 1)
            }
        }
    }

    @Test func aCursorGoesStaleWithTheNextCommit() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.harbor)
            var query = try SearchQuery("strike", limit: 1)
            query.after = try await test.index.search(query).next
            let next = query
            #expect(try await test.index.search(next).hits.count == 1)
            try await test.ingest(Samples.random(3, seed: 1))
            await #expect { try await test.index.search(next) } throws: {
                ($0 as? SearchIndexError)?.code == .staleCursor
            }
            var other = try SearchQuery("harbor", limit: 1)
            other.after = next.after
            let foreign = other
            await #expect { try await test.index.search(foreign) } throws: {
                ($0 as? SearchIndexError)?.code == .badQuery
            }
        }
    }
}
