import SearchIndex
import Testing

@Suite struct FuzzyTests {
    private static let articles = """
        {"id":"a","title":"Talks in Baku","text":"Azerbaijan and Armenia signed. Witkoff spoke."}
        {"id":"b","title":"Harbours","text":"The cat sat with a cart. Their receipts were counted."}
        """

    @Test(arguments: [
        ("azerbajan~", ["a#1"]), ("azerbajan~1", ["a#1"]), ("Azrebajan~1", []), ("azrebajan~2", ["a#1"]),
        // The first letter may be wrong too, and neighbours swapped.
        ("vitkoff~", ["a#1"]), ("wtikoff~", ["a#1"]), ("car~", ["b#1"]), ("recieptt~2", ["b#1"]),
        ("title:bako~", ["a#1"]), ("title:harbor~1", ["b#1"]), ("title:witkoff~", []), ("nothing~", []),
        ("azerbajan~ -armenia~", []), ("armenian-azerbajan~", []), ("2025~ azerbaijan", []),
    ])
    func findsWordsWithTypingErrors(_ text: String, _ expected: [String]) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            #expect(try await test.ids(SearchQuery(text)).sorted() == expected)
        }
    }

    @Test func whatItStandsForIsMarkedAndPrinted() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            let result = try await test.index.search(SearchQuery("car~"))
            #expect(result.parsed == "car~1")
            let hit = try #require(result.hits.first)
            let text = Array(hit.passage.text.utf8)
            #expect(hit.highlights.map { String(decoding: text[$0], as: UTF8.self) } == ["cat", "cart"])
        }
    }

    /// The table of words keeps up with commits, with words that went, and with loads.
    @Test func newWordsAreFoundAtOnce() async throws {
        var limits = LoadLimits()
        (limits.threshold, limits.segment) = (8, 4)
        try await TestIndex.with(load: limits) { test in
            for round in 0..<6 {
                try await test.ingest(#"{"id":"\#(round)","text":"\#(Self.name(round)) was here."}"#)
                for earlier in 0...round {
                    let typed = Self.name(earlier) + "x"
                    #expect(try await test.ids(SearchQuery(typed + "~")) == ["\(earlier)#1"])
                }
            }
            let many = (10..<60).map { #"{"id":"\#($0)","text":"\#(Self.name($0)) was here."}"# }
            await LoadTests.stream(many.joined(separator: "\n"), into: test.index)
            #expect(try await test.ids(SearchQuery(Self.name(47) + "x~")) == ["47#1"])
            try await test.ingest(#"{"id":"61","text":"\#(Self.name(61)) was here."}"#)
            #expect(try await test.ids(SearchQuery(Self.name(61) + "x~")) == ["61#1"])
            #expect(try await test.index.delete(ids: ["61"]) == [true])
            #expect(try await test.ids(SearchQuery(Self.name(61) + "x~")) == [])
        }
    }

    @Test func tooManyWordsAreAMistake() async throws {
        try await TestIndex.with { test in
            let letters = Array("bcdfghjklmnpqrtvwxz")
            let words = letters.flatMap { a in letters.flatMap { b in letters.map { "o\(a)o\(b)o\($0)o" } } }
            try await test.ingest(#"{"id":"a","text":"\#(words.joined(separator: " "))"}"#)
            let error = await #expect(throws: SearchIndexError.self) {
                try await test.index.search(SearchQuery("obobobo~2"))
            }
            #expect(error?.code == .badQuery && error?.hint != nil)
            #expect(try await test.index.search(SearchQuery("obobobo~1")).totals.articles == 1)
        }
    }

    /// A word of no other's neighbourhood.
    private static func name(_ number: Int) -> String {
        let letters = Array("bdfgklmnpr")
        return [number / 10, number % 10].map { String(repeating: "\(letters[$0])a", count: 3) }.joined()
    }
}
