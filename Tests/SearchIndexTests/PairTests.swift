import Glibc
import QueryLanguage
import Testing

@testable import SearchIndex

@Suite struct PairTests {
    /// What stands together in hits, counted by hand.
    private struct Count {
        var fields: (String, String)
        /// By the names of both, with tabs between.
        var passages: [String: Int] = [:]
        var articles: [String: Set<String>] = [:]
        private var margins: [[String: Int]] = [[:], [:]]
        private var hits = 0

        init(_ hits: [SearchHit], _ first: String, _ second: String) {
            fields = (first, second)
            self.hits = hits.count
            for hit in hits {
                let (ours, others) = (Self.values(hit, first), Self.values(hit, second))
                for value in ours { margins[0][value, default: 0] += 1 }
                for value in others { margins[1][value, default: 0] += 1 }
                for value in ours {
                    for other in others where first != second || value < other {
                        passages["\(value)\t\(other)", default: 0] += 1
                        articles["\(value)\t\(other)", default: []].insert(hit.article.id)
                    }
                }
            }
        }

        private static func values(_ hit: SearchHit, _ field: String) -> Set<String> {
            if field == "source" { return Set([hit.article.source].compactMap(\.self)) }
            return Set(hit.passage.entities.filter { $0.type == field }.map(\.name))
        }

        func lift(_ pair: PairCount) -> Double {
            let (first, second) = (margins[0][pair.first] ?? 0, margins[1][pair.second] ?? 0)
            return Double(pair.passages) / (Double(first) * Double(second) / Double(hits))
        }

        /// By the sums over the table's cells and margins, which is another form of the same.
        func logLikelihood(_ pair: PairCount) -> Double {
            let (both, first, second) = (
                Double(pair.passages), Double(margins[0][pair.first] ?? 0), Double(margins[1][pair.second] ?? 0)
            )
            let all = Double(hits)
            func sum(_ numbers: [Double]) -> Double { numbers.reduce(0) { $1 > 0 ? $0 + $1 * log($1) : $0 } }
            let ratio =
                2
                * (sum([both, first - both, second - both, all - first - second + both, all])
                    - sum([first, all - first]) - sum([second, all - second]))
            return both * all >= first * second ? ratio : -ratio
        }
    }

    @Test(
        arguments: ["*", "river", "court OR storm", "person:stone -flood"],
        [("person", "organization"), ("person", "person")])
    func countsEqualABruteForceCount(_ text: String, _ fields: (String, String)) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(150, seed: 51))
            try await test.ingest(Samples.crowded(30, seed: 52))
            _ = try await test.index.delete(ids: ["k/7", "k/40", "k/149"])
            let hits = try await test.index.search(SearchQuery(text)).hits
            let expected = Count(hits, fields.0, fields.1)
            for minimum in [1, 3] {
                var query = PairQuery(fields.0, fields.1, search: try SearchQuery(text, by: .article))
                query.limit = 1_000
                query.minimum = minimum
                let page = try await test.index.pairs(query)
                #expect(page.isExact && page.totals.passages == hits.count && page.next == nil)
                let many = expected.passages.filter { $0.value >= minimum }
                #expect(page.pairs.count == many.count && page.distinct == many.count && many.count > 5)
                for pair in page.pairs {
                    let key = "\(pair.first)\t\(pair.second)"
                    #expect(pair.passages == expected.passages[key], "\(key)")
                    #expect(pair.articles == expected.articles[key]?.count, "\(key)")
                    #expect(abs(pair.lift - expected.lift(pair)) < 1e-9)
                    #expect(abs(pair.logLikelihood - expected.logLikelihood(pair)) < 1e-6)
                }
            }
        }
    }

    @Test(arguments: PairOrder.allCases)
    func pagesAreInOrderAndAddUp(_ order: PairOrder) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(120, seed: 53))
            var query = PairQuery("person", "organization", search: try SearchQuery("*", by: .article))
            query.order = order
            query.limit = 1_000
            let whole = try await test.index.pairs(query).pairs
            func key(_ pair: PairCount) -> [Double] {
                let counts = [Double(pair.articles), Double(pair.passages)]
                switch order {
                case .count: return counts
                case .lift: return [pair.lift] + counts
                case .logLikelihood: return [pair.logLikelihood] + counts
                }
            }
            for (pair, next) in zip(whole, whole.dropFirst()) {
                let (a, b) = (key(pair), key(next))
                #expect(
                    b.lexicographicallyPrecedes(a) || (a == b && (pair.first, pair.second) < (next.first, next.second)))
            }
            query.limit = 7
            var paged: [PairCount] = []
            repeat {
                let page = try await test.index.pairs(query)
                paged += page.pairs
                query.after = page.next
            } while query.after != nil
            #expect(paged == whole && whole.count > 20)
        }
    }

    @Test func filtersHoldAndCorrectionsToo() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(80, seed: 54))
            let merge = try Correction(verb: "merge", name: "person=Ada Stone", into: "Ben Marsh", where: [])
            _ = try await test.index.correct([merge], uid: 0)
            let search = try SearchQuery("*", where: ["person=Ben Marsh"], without: ["organization=South Bank"])
            var query = PairQuery("person", "organization", search: search)
            query.limit = 1_000
            let pairs = try await test.index.pairs(query).pairs
            let expected = Count(try await test.index.search(search).hits, "person", "organization")
            #expect(
                Set(pairs.map { "\($0.first)\t\($0.second)\t\($0.passages)" })
                    == Set(expected.passages.map { "\($0.key)\t\($0.value)" }))
            #expect(!pairs.contains { $0.first == "Ada Stone" || $0.second == "South Bank" } && !pairs.isEmpty)
        }
    }

    @Test func thereIsABoundWithAClearError() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(120, seed: 55))
            var query = PairQuery("person", "organization", search: try SearchQuery("*"))
            let distinct = try await test.index.pairs(query).distinct
            query.bound = distinct
            #expect(try await test.index.pairs(query).distinct == distinct)
            query.bound = distinct - 1
            let tooFew = query
            let error = await #expect(throws: SearchIndexError.self) { try await test.index.pairs(tooFew) }
            #expect(
                error?.code == .badQuery && error?.message == "more than \(distinct - 1) different pairs stand together"
            )
            // Pairs that cannot have enough passages take no room.
            query.minimum = 1_000
            #expect(try await test.index.pairs(query).pairs.isEmpty)
        }
    }

    @Test(arguments: ["date", "title", "nothing"]) func aFieldWithoutColumnHasNoPairs(_ field: String) async throws {
        try await TestIndex.with { test in
            let query = PairQuery("person", field, search: try SearchQuery("*"))
            let error = await #expect(throws: SearchIndexError.self) { try await test.index.pairs(query) }
            #expect(error?.code == .badQuery && error?.hint?.contains("person, place, organization") == true)
        }
    }

    @Test func theySayWhenTheyStop() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(200, seed: 56))
            let whole = LookLimit(.max)
            var query = PairQuery("person", "person", search: try SearchQuery("river OR court"))
            query.search.timeLimit = nil
            query.search.looks = whole
            #expect(try await test.index.pairs(query).isExact)
            for limit in 1...whole.count {
                let looks = LookLimit(limit)
                query.search.looks = looks
                let page = try await test.index.pairs(query)
                // The order of work between two threads may save a look.
                if looks.count >= limit { #expect(!page.isExact && page.pairs.isEmpty, "\(limit) of \(whole.count)") }
            }
        }
    }
}
