import QueryLanguage
import Testing

@testable import SearchIndex

@Suite struct ScreenTests {
    private static func screened(_ test: TestIndex, _ names: [String], types: [String] = []) async throws
        -> [ScreenedName]
    {
        var query = ScreenQuery(names)
        query.types = types
        let screening = try await test.index.screening(query)
        #expect(screening.isExact && screening.names.map(\.name) == names)
        return screening.names
    }

    private static let articles = """
        {"id":"1","date":"2025-03-01","passages":["José Ángel Gurría met Ann Lee Marsh in Paris."],"entities":[{"type":"person","name":"José Ángel Gurría"},{"type":"person","name":"Ann Lee Marsh"},{"type":"place","name":"Paris"}]}
        {"id":"2","date":"2024-12-24","passages":["José Ángel Gurría spoke in Paris.","A river rose."],"entities":[{"type":"person","name":"José Ángel Gurría"},{"type":"place","name":"Paris"}]}
        {"id":"3","passages":["The United Nations met. Paris Marsh was there."],"entities":[{"type":"organization","name":"United Nations"},{"type":"person","name":"Paris Marsh"}]}
        """

    @Test func eachIsFoundAsItIsWritten() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            let names = [
                "José Ángel Gurría", "JOSE ANGEL GURRIA", "Gurría, José Ángel", "UN", "Ann Marsh", "Marsh, Ann",
                "Jose Angel Guria", "Gurira Jose Angel", "Nobody Atall", "", "  ", "Paris",
            ]
            let found = try await Self.screened(test, names)
            #expect(
                found.map {
                    "\($0.match) \($0.distance ?? 0) "
                        + $0.entities.map { "\($0.type)=\($0.name)" }.joined(separator: ";")
                }
                    == [
                        "exact 0 person=José Ángel Gurría", "exact 0 person=José Ángel Gurría",
                        "exact 0 person=José Ángel Gurría", "alias 0 organization=United Nations",
                        "part 0 person=Ann Lee Marsh", "part 0 person=Ann Lee Marsh",
                        "near 1 person=José Ángel Gurría", "near 1 person=José Ángel Gurría", "none 0 ", "none 0 ",
                        "none 0 ", "exact 0 place=Paris",
                    ])
            #expect(found[0].articles == 2 && found[0].first == "2024-12-24" && found[0].last == "2025-03-01")
            #expect(found[3].first == nil && found[8].articles == 0)
            // Not itself, and those of the same passages alone.
            #expect(
                found[0].company.map { "\($0.type)=\($0.count.value) \($0.count.articles)" } == [
                    "place=Paris 2", "person=Ann Lee Marsh 1",
                ])
            // Of other types there is nothing.
            let places = try await Self.screened(test, ["José Ángel Gurría", "Paris"], types: ["person"])
            #expect(places.map(\.match) == [.exact, .part])
        }
    }

    @Test func correctionsHold() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            let corrections = [
                try Correction(verb: "merge", name: "person=Ann Lee Marsh", into: "José Ángel Gurría", where: []),
                try Correction(verb: "hide", name: "person=Paris Marsh", into: nil, where: []),
            ]
            _ = try await test.index.correct(corrections, uid: 0)
            let found = try await Self.screened(test, ["Ann Lee Marsh", "Paris Marsh"])
            #expect(found[0].match == .alias && found[0].entities.map(\.name) == ["José Ángel Gurría"])
            #expect(found[0].articles == 2)
            #expect(found[1].entities.isEmpty || found[1].entities[0].name != "Paris Marsh")
        }
    }

    /// Every name of a random corpus, against what the hits say.
    @Test func figuresEqualABruteForceCount() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(150, seed: 81))
            let hits = try await test.index.search(SearchQuery("*")).hits
            var query = EntityQuery()
            query.types = ["person", "organization"]
            let all = try await test.index.entities(query).items
            let found = try await Self.screened(test, all.map(\.count.value))
            #expect(all.count >= 13)
            for (item, name) in zip(all, found) {
                #expect(
                    name.match == .exact
                        && name.entities.contains { $0.type == item.type && $0.name == item.count.value })
                let having = hits.filter { hit in
                    hit.passage.entities.contains { mention in
                        name.entities.contains { $0.type == mention.type && $0.name == mention.name }
                    }
                }
                #expect(name.articles == Set(having.map(\.article.id)).count)
                let dates = having.compactMap(\.article.date).sorted()
                #expect(name.first == dates.first && name.last == dates.last)
                var others: [String: (articles: Set<String>, passages: Int)] = [:]
                for hit in having {
                    for other in Set(hit.passage.entities.map { "\($0.type)=\($0.name)" })
                    where !name.entities.contains(where: { "\($0.type)=\($0.name)" == other }) {
                        others[other, default: ([], 0)].articles.insert(hit.article.id)
                        others[other]?.passages += 1
                    }
                }
                let ordered = others.map { ($0.value.articles.count, $0.value.passages) }.sorted { $0 > $1 }
                #expect(
                    name.company.map { [$0.count.articles, $0.count.passages] }
                        == ordered.prefix(3).map { [$0.0, $0.1] })
                for item in name.company {
                    let other = others["\(item.type)=\(item.count.value)"]
                    #expect(other?.articles.count == item.count.articles && other?.passages == item.count.passages)
                }
            }
        }
    }

    @Test func whatThereIsNoTimeForIsLeftOut() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            let names = ["Paris", "Guria", "Ann Marsh"]
            let gone = Cancellation()
            gone.cancel()
            let stopped = try await test.index.screening(ScreenQuery(names), unless: gone)
            #expect(!stopped.isExact && stopped.names.isEmpty)
            let error = await #expect(throws: SearchIndexError.self) {
                var wrong = ScreenQuery(names)
                wrong.types = ["author"]
                _ = try await test.index.screening(wrong)
            }
            #expect(error?.code == .badQuery)
        }
    }
}
