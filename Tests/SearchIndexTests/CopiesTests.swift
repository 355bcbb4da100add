import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

/// Passages with the same words in several articles.
@Suite struct CopiesTests {
    /// Paragraphs, each in several spellings of the same words. The last two have no words at all.
    private static let paragraphs = [
        ["The river rose by 60,000 feet in São Paulo.", "the RIVER rose - by 60000 feet; in Sao Paulo?!"],
        ["The river rose by 60,000 feet in Recife.", "“The river rose, by 60,000 feet” in RECIFE"],
        // The same words in another order, and as one word.
        ["In Recife the river rose by 60,000 feet.", "IN RECIFE (the river) rose by 60,000 feet ..."],
        ["The riverrose by 60,000 feet in Recife."],
        // One stem, two words.
        ["The rivers rose by 60,000 feet in Recife."], ["洪水が来た。", "洪水、が来た"], ["* * *", "—"],
    ]
    private static let wordless = paragraphs.count - 1

    /// An article of some of the paragraphs, by number and spelling.
    private static func article(_ id: String, _ parts: [(Int, Int)]) -> String {
        let passages = parts.map { part in
            let spellings = paragraphs[part.0]
            return "\"\(spellings[part.1 % spellings.count])\""
        }
        return "{\"id\":\"\(id)\",\"title\":\"The river\",\"passages\":[\(passages.joined(separator: ","))]}"
    }

    /// Compares the copies of every passage with those that `articles`, the paragraphs of each, have.
    private static func expect(_ index: Index, _ articles: [String: [Int]]) async throws {
        var query = try SearchQuery("*", by: .passage)
        query.limit = 1_000
        for pass in 1...2 {
            let result = try await index.search(query)
            #expect(result.isExact && result.hits.count == articles.values.reduce(0) { $0 + $1.count })
            for hit in result.hits {
                let paragraph = try #require(articles[hit.article.id])[hit.passage.number - 1]
                let others = articles.count { $0.key != hit.article.id && $0.value.contains(paragraph) }
                #expect(hit.copies == (paragraph == wordless ? 0 : others), "\(hit.id) at pass \(pass)")
            }
        }
    }

    /// Both ways in: in one batch, and as a load that is merged or whose documents are added.
    @Test(arguments: [nil, 1, 1_000_000])
    func theSameWordsAreCountedWhateverTheirSpelling(_ ratio: Int?) async throws {
        try await TestIndex.with(load: LoadTests.limits(ratio: ratio ?? 1)) { test in
            try await test.ingest(Self.article("a", [(0, 0), (1, 0), (6, 0)]))
            let lines = [
                Self.article("b", [(0, 1), (2, 0), (6, 0), (5, 0)]), Self.article("c", [(3, 0), (0, 0), (4, 0)]),
                Self.article("d", [(2, 1), (2, 0), (6, 1), (5, 1)]),
            ].joined(separator: "\n")
            if ratio == nil {
                try await test.ingest(lines)
            } else {
                #expect(await LoadTests.stream(lines, into: test.index, batch: 1).isComplete)
            }
            let result = try await test.index.search(try SearchQuery("*", by: .passage))
            let copies = Dictionary(uniqueKeysWithValues: result.hits.map { ($0.id, $0.copies) })
            #expect(
                copies == [
                    "a#1": 2, "a#2": 0, "a#3": 0, "b#1": 2, "b#2": 1, "b#3": 0, "b#4": 1, "c#1": 0, "c#2": 2,
                    "c#3": 0, "d#1": 1, "d#2": 1, "d#3": 0, "d#4": 1,
                ])
        }
    }

    /// Articles that come, go and are replaced, by both ways in.
    @Test func copiesAreThoseOfTheArticlesThatAreThere() async throws {
        var random = SplitMix(seed: 7)
        func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
        try await TestIndex.with(load: LoadTests.limits(ratio: 3)) { test in
            var articles: [String: [Int]] = [:]
            for _ in 0..<20 {
                var lines: [String] = []
                for _ in 0..<number(1..<8) {
                    let id = "r/\(number(0..<25))"
                    let parts = (0..<number(1..<5)).map { _ in
                        (number(0..<Self.paragraphs.count), number(0..<2))
                    }
                    lines.append(Self.article(id, parts))
                    articles[id] = parts.map(\.0)
                }
                if Bool.random(using: &random) {
                    try await test.ingest(lines.joined(separator: "\n"))
                } else {
                    await LoadTests.stream(lines.joined(separator: "\n"), into: test.index, batch: 2)
                }
                let gone = (0..<2).map { _ in "r/\(number(0..<25))" }
                _ = try await test.index.delete(ids: gone)
                for id in gone { articles[id] = nil }
                try await Self.expect(test.index, articles)
            }
        }
    }

    /// A hit whose copies there was no time to count is shown all the same, and says that it does not know.
    @Test func aSearchThatStopsKeepsTheHit() async throws {
        try await TestIndex.with { test in
            let best = #"{"id":"best","title":"River","text":"River, river, river."}"#
            let copies = (0..<8).map { Self.article("a/\($0)", [(0, $0)]) }
            try await test.ingest((copies + [best]).joined(separator: "\n"))
            var query = try SearchQuery("river", by: .article)
            query.timeLimit = nil
            // All but the copies is known from now on, so that what is left to look at the deadline is their count.
            query.limit = 1
            #expect(try await test.index.search(query).hits.map(\.article.id) == ["best"])
            query.limit = 10
            var unknown = 0
            for limit in 1...1_000 {
                query.looks = LookLimit(limit)
                let result = try await test.index.search(query)
                let counts = result.hits.map(\.copies)
                if result.isExact {
                    #expect(counts == [0] + [Int](repeating: 7, count: 8))
                    break
                }
                if counts.isEmpty { continue }
                #expect(counts == [0] + [Int?](repeating: nil, count: 8))
                unknown += 1
            }
            #expect(unknown > 0 && unknown < 1_000)
        }
    }

    /// The term of the words is nobody's word: what walks the terms of an index, or of a passage, does not meet it.
    @Test func theTermIsNoWord() async throws {
        try await TestIndex.with { test in
            try await test.ingest((0..<3).map { Self.article("a/\($0)", [(0, 0), (1, 0)]) }.joined(separator: "\n"))
            let reader = try IndexReader(path: test.folder + "/db")
            let term = try #require(Term.wording(of: Self.paragraphs[0][0]))
            #expect(try reader.frequency(of: term) == 3)
            var words: Set<[UInt8]> = []
            try reader.forEachWordTerm(.text) { word, _ in words.insert(word) }
            let expected = "the river rose by 60000 feet in sao paulo recif"
            #expect(words == Set(expected.split(separator: " ").map { Array($0.utf8) }))
            let terms = try reader.terms(of: 1)
            #expect(terms.text.count == 9 && terms.title.count == 2)
            // Nor does it add to lengths.
            #expect(test.index.snapshot.columns.length[1] == 11)
        }
    }
}
