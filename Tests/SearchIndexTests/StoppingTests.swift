import QueryLanguage
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

/// Every query stops wherever it is: counted in looks at the deadline, which do not depend on the machine.
@Suite struct StoppingTests {
    /// Articles that each name a person of their own and have a long word of their own, with one stem for all.
    private static func crowd(_ count: Int) -> String {
        (0..<count).map { number in
            """
            {"id":"c/\(number)","date":"2025-01-\(10 + number % 20)","source":"Wire","passages":[\
            "The river rose qq\(number)x and the flood came."],\
            "entities":[{"type":"person","name":"Person N\(number) Crowd"}]}
            """
        }.joined(separator: "\n")
    }

    /// Runs `run` with deadlines that pass at the first look, the second and so on (all of the first few, then some),
    /// until one does not pass. It must say each time that it is not exact, and look at the most a few times more.
    private static func expectStops(
        _ what: String, lookingAtLeast least: Int, _ run: (LookLimit) async throws -> Bool
    ) async throws {
        let whole = LookLimit(.max)
        #expect(try await run(whole), "\(what)")
        #expect(whole.count >= least, "\(what) looks \(whole.count) times")
        for limit in 1...whole.count where limit < 40 || limit % 211 == 0 {
            let looks = LookLimit(limit)
            let isExact = try await run(looks)
            // The order of work between two threads may save a look.
            if looks.count < limit { continue }
            #expect(!isExact, "\(what) at look \(limit) of \(whole.count)")
            #expect(looks.count < limit + 16, "\(what) goes on for \(looks.count - limit) looks after \(limit)")
        }
    }

    @Test func everyQueryStopsAtEachLook() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.crowd(5_700))
            for (text, least) in [
                ("river OR flood", 8), ("\"river rose\"", 4), ("river NEAR/9 flood", 5_700), ("qq5*", 5),
                ("person:n17 OR river", 5), ("date:2025-01-12.. -river", 4), ("person:* flood", 4), ("NOT river", 3),
            ] {
                for split in [false, true] {
                    try await Self.expectStops("\(text) \(split)", lookingAtLeast: least) { looks in
                        var query = try SearchQuery(text, facets: ["person:3", "source"], by: .article, limit: 40)
                        query.looks = looks
                        query.split = split
                        query.timeLimit = nil
                        return try await test.index.search(query).isExact
                    }
                }
            }
        }
    }

    @Test func longLoopsAfterTheScanStop() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.crowd(5_700))
            func search(_ looks: LookLimit, facets: [String], limit: Int) async throws -> Bool {
                var query = try SearchQuery("*", facets: facets, by: .article, limit: limit)
                query.facetScore = facets.isEmpty ? .count : .lift
                query.looks = looks
                query.timeLimit = nil
                return try await test.index.search(query).isExact
            }
            // Thousands of values to score and to sort; a thousand passages to read.
            try await Self.expectStops("facet", lookingAtLeast: 15) {
                try await search($0, facets: ["person"], limit: 1)
            }
            try await Self.expectStops("hits", lookingAtLeast: 60) { try await search($0, facets: [], limit: 1_000) }
            for order in FacetQuery.Order.allCases {
                try await Self.expectStops("page by \(order)", lookingAtLeast: 15) { looks in
                    var facet = FacetQuery(field: "person", search: try SearchQuery("*"))
                    facet.search.looks = looks
                    facet.search.timeLimit = nil
                    facet.prefix = "crowd"
                    facet.order = order
                    return try await test.index.facet(facet).isExact
                }
            }
        }
    }

    @Test func hitsReadInTimeAreKeptAndTheRestFollows() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.crowd(300))
            var query = try SearchQuery("river", by: .article, limit: 100)
            query.timeLimit = nil
            let whole = try await test.index.search(query)
            let counting = LookLimit(.max)
            query.looks = counting
            _ = try await test.index.search(query)
            query.looks = LookLimit(counting.count - 2)
            let part = try await test.index.search(query)
            #expect(!part.isExact && part.totals == whole.totals && part.next != nil)
            #expect(!part.hits.isEmpty && part.hits.count < 100)
            query.looks = nil
            query.after = part.next
            let rest = try await test.index.search(query).hits.prefix(100 - part.hits.count)
            #expect((part.hits + rest).map(\.id) == whole.hits.map(\.id))
        }
    }

    @Test func whatNobodyWaitsForIsNotBegun() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.crowd(20))
            let gone = Cancellation()
            gone.cancel()
            let query = try SearchQuery("river")
            #expect(try await !test.index.search(query, unless: gone).isExact)
            #expect(try await !test.index.count(query, unless: gone).isExact)
            #expect(try await !test.index.facet(FacetQuery(field: "person", search: query), unless: gone).isExact)
        }
    }

    @Test func aReadWhoseClientLeftWhileItWaitedDoesNotRun() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.crowd(20))
            let searcher = Searcher(
                path: test.index.path, generation: Generation(),
                store: SnapshotStore(
                    test.index.snapshot, revisions: test.index.store.revisions),
                variants: SpellingVariants(),
                caches: SearchCaches(postingBytes: 0, passageBytes: 0),
                load: SearchLoad())
            let (isBusy, mayEnd) = (Handover<Bool>(), Handover<Bool>())
            let first = Task {
                try await searcher.read { _, _, _ in
                    isBusy.give(true)
                    return mayEnd.take()
                }
            }
            _ = isBusy.take()
            let gone = Cancellation()
            let begun = LookLimit(.max)
            // The searcher is busy until both wait for it.
            let deadlines = [
                Deadline(instant: nil, cancellation: gone),
                Deadline(instant: .now + .milliseconds(5), cancellation: nil),
            ]
            let waiting = deadlines.map { deadline in
                Task { try await searcher.read(until: deadline) { _, _, _ in _ = begun.isReached() } }
            }
            try await Task.sleep(for: .milliseconds(20))
            gone.cancel()
            mayEnd.give(true)
            #expect(try await first.value)
            await #expect(throws: SearchIndexError.interrupted) { try await waiting[0].value }
            let late = await #expect(throws: SearchIndexError.self) { try await waiting[1].value }
            #expect(late?.code == .busy)
            #expect(begun.count == 0)
            await searcher.close()
        }
    }

    @Test func expansionsAndClausesAreBoundedWithAClearError() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.crowd(1_200))
            let error = await #expect(throws: SearchIndexError.self) {
                try await test.index.search(try SearchQuery("qq*"))
            }
            #expect(error?.code == .badQuery && error?.message == "more than 1000 words begin with the prefix")
            let long = (0...256).map { "w\($0)" }.joined(separator: " OR ")
            #expect(throws: QueryError.self) { try SearchQuery(long) }
        }
    }
}
