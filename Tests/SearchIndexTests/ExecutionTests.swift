import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

/// The same query, run in every way that the engine has, gives the same ids, order, scores and counts.
@Suite struct ExecutionTests {
    static let queries = [
        "*", "river", "river flood", "river OR flood", "river flood storm", "storm OR vote OR goal OR court",
        "\"river flood\"", "river NEAR/4 goal", "mar* -court", "(river AND flood) OR (storm AND \"court market\")",
        "NOT river", "+river vote person:stone", "title:river", "date:2025-03.. coast", "article:r/17",
        "person:lund river",
        "((river OR coast) AND vote) OR (goal AND (match OR \"storm river\"))", "nothing river", "river OR nothing",
        "person:* -date:* river", "coast OR date:*", "NOT article:r1/18", "-article:r0/3 -article:r3/9", "NOT vote",
    ]

    @Test func everyPathGivesTheSame() async throws {
        try await TestIndex.with { test in
            // More than two windows of passages, so that windows, their edges and the split all take part.
            for part in 0..<4 {
                try await test.ingest(Samples.random(3_500, seed: UInt64(part)).replacing("\"r/", with: "\"r\(part)/"))
            }
            _ = try await test.index.delete(ids: (0..<200).map { "r1/\($0 * 7)" })
            #expect(test.index.status().passages > Window.size * 2)
            for text in Self.queries {
                for filters in [[], ["source=North Press"], ["person=Ada Stone", "person=Ben Marsh"], ["person=*"]] {
                    try await Self.expectEqualPaths(text, filters, .ineb2, test)
                }
                try await Self.expectEqualPaths(text, ["source=North Press"], .bm25, test)
            }
        }
    }

    private static func expectEqualPaths(
        _ text: String, _ filters: [String], _ ranking: RankingModel, _ test: TestIndex
    ) async throws {
        var reference: SearchResult?
        for access in [PlanCompiler.Access.decode, .skip, .cheapest] {
            for split in [false, true] {
                var query = try SearchQuery(
                    text, where: filters, facets: ["person", "source", "date", "date.month"], by: .article,
                    limit: 50)
                query.facetScore = .lift
                query.access = access
                query.split = split
                query.ranking = ranking
                query.timeLimit = nil
                let result = try await test.index.search(query)
                #expect(result.isExact)
                if let reference { expectEqual(result, reference, text) } else { reference = result }
            }
        }
    }

    private static func expectEqual(_ a: SearchResult, _ b: SearchResult, _ text: String) {
        #expect(a.totals == b.totals && a.facets == b.facets && a.next == b.next, "\(text)")
        #expect(a.hits.map(\.id) == b.hits.map(\.id) && a.hits.map(\.score) == b.hits.map(\.score), "\(text)")
        #expect(a.hits.map(\.foldedPassages) == b.hits.map(\.foldedPassages))
    }

    @Test func aLongListIsSkippedThroughForFewCandidates() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(4_000, seed: 5))
            try await test.ingest(#"{"id":"rare","text":"An okapi by the river."}"#)
            var query = try SearchQuery("river okapi", by: .article)
            query.explains = true
            query.ranking = .bm25
            let result = try await test.index.search(query)
            #expect(result.hits.map(\.article.id) == ["rare"])
            let steps = try #require(result.explanation)
            #expect(steps.first == "plan (and river okapi)")
            #expect(steps.contains("decode okapi 1") && steps.contains("skip river 1"))
            // The list that was decoded is there the next time.
            let again = try #require(try await test.index.search(query).explanation)
            #expect(again.contains("cached okapi 1"))
        }
    }

    @Test func facetsOverNearlyAllPassagesGoByTheComplement() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(1_000, seed: 6))
            _ = try await test.index.delete(ids: ["r/5"])
            let touched = try await test.index.search(SearchQuery("article:r/7", by: .passage)).totals.passages
            for (text, counted) in [("*", 0), ("-article:r/7", touched)] {
                var query = try SearchQuery(text, facets: ["person", "source"])
                query.explains = true
                let result = try await test.index.search(query)
                let step = "facets by complement, \(counted) passages twice"
                #expect(try #require(result.explanation).last == step)
                query.access = .decode
                #expect(try await test.index.search(query).facets == result.facets)
            }
            var query = try SearchQuery("river", facets: ["person"])
            query.explains = true
            #expect(try await test.index.search(query).explanation?.last?.hasPrefix("scan") == true)
        }
    }

    @Test func aQueryStopsAtItsDeadlineAndSaysSo() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(3_000, seed: 9))
            var query = try SearchQuery("river OR flood OR storm", facets: ["person"])
            func stopped() -> SearchQuery {
                var stopped = query
                stopped.looks = LookLimit(0)
                return stopped
            }
            #expect(try await !test.index.search(stopped()).isExact)
            #expect(try await !test.index.count(stopped()).isExact)
            #expect(try await !test.index.facet(FacetQuery(field: "person", search: stopped())).isExact)
            // One whose time was over before its turn came is no answer at all.
            query.timeLimit = .zero
            let late = query
            let error = await #expect(throws: SearchIndexError.self) { try await test.index.search(late) }
            #expect(error?.code == .busy)
            query.timeLimit = .seconds(60)
            let whole = query
            #expect(try await test.index.search(whole).isExact)
            // Nobody waits for the answer to a cancelled request.
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await test.index.search(whole)
            }
            #expect(try await !task.value.isExact)
        }
    }

    @Test func theCacheServesOneRevisionWithinItsBudget() {
        let cache = RevisionCache<[UInt8], Postings>(budget: 5_000)
        func list(_ count: Int) -> Postings {
            Postings.list((0..<UInt32(count)).map { $0 })
        }
        cache.keep(list(10), for: [1], revision: 5)
        #expect(cache.value([1], revision: 5)?.count == 10 && cache.value([1], revision: 6) == nil)
        cache.keep(list(10), for: [2], revision: 4)
        #expect(cache.value([2], revision: 5) == nil)
        for term in 10..<200 as Range<UInt8> {
            cache.keep(list(50), for: [term], revision: 5)
            #expect(cache.value([1], revision: 5) != nil)
            #expect(cache.statistics.bytes <= 5_000)
        }
        cache.keep(list(1_000), for: [3], revision: 5)
        #expect(cache.value([3], revision: 5) == nil)
        cache.keep(list(10), for: [4], revision: 6)
        #expect(cache.value([1], revision: 6) == nil && cache.value([4], revision: 6) != nil)
        #expect(cache.statistics.hits > 190 && cache.statistics.misses > 3)
    }

    /// Windows of random sets against plain sets.
    @Test func nodesBehaveLikeSets() throws {
        var random = SplitMix(seed: 77)
        let limit = UInt32(Window.size * 2 + 100)
        func make(_ count: Int) throws -> (Set<UInt32>, MatchNode) {
            let set = Set((0..<count).map { _ in UInt32.random(in: 1..<limit, using: &random) })
            let sorted = set.sorted()
            let isDense = Bool.random(using: &random)
            let node: MatchNode =
                isDense
                ? .bits(try #require(DenseBits(PassageSet(sorted), limit: Int(limit), until: .never)))
                : .postings(Postings.list(sorted))
            return (set, node)
        }
        for _ in 0..<60 {
            let (a, x) = try make(Int.random(in: 0...3_000, using: &random))
            let (b, y) = try make(Int.random(in: 0...30_000, using: &random))
            let (c, z) = try make(Int.random(in: 0...40, using: &random))
            #expect(try MatchNode.and([x, y]).docids(through: limit) == a.intersection(b).sorted())
            #expect(try MatchNode.and([z, y, x]).docids(through: limit) == a.intersection(b).intersection(c).sorted())
            #expect(try MatchNode.or([x, z]).docids(through: limit) == a.union(c).sorted())
            #expect(try MatchNode.minus(y, x).docids(through: limit) == b.subtracting(a).sorted())
            let mixed = MatchNode.minus(.and([.or([x, z]), y]), .or([z, .nothing]))
            #expect(try mixed.docids(through: limit) == a.union(c).intersection(b).subtracting(c).sorted())
        }
    }

    @Test func clippingKeepsTheDocidsOfTheRange() {
        var random = SplitMix(seed: 3)
        let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: Window.words)
        defer { bits.deallocate() }
        for _ in 0..<100 {
            let bounds = [UInt32.random(in: 0...49_152, using: &random), UInt32.random(in: 0...49_152, using: &random)]
                .sorted()
            bits.update(repeating: ~0, count: Window.words)
            Window.clip(bits, of: 1, to: bounds[0]..<bounds[1])
            let kept = (0..<Window.size).filter { bits[$0 / 64] & (1 << UInt64($0 % 64)) != 0 }.map {
                UInt32($0 + Window.size)
            }
            #expect(kept == Array(max(bounds[0], 16_384)..<max(min(bounds[1], 32_768), max(bounds[0], 16_384))))
        }
    }
}
