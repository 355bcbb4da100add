import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

/// The second ranking, which starts from what the first has found, against the terms' own shares in each article.
@Suite struct FeedbackTests {
    /// Articles on one of twelve matters each, with words of its own, some of them copied later.
    private static func articles(_ count: Int, seed: UInt64) -> String {
        var random = SplitMix(seed: seed)
        var bodies: [[String]] = []
        return (0..<count).map { number in
            let copied = number % 5 == 4 ? bodies.randomElement(using: &random) : nil
            let matter = Int.random(in: 0..<12, using: &random)
            let body =
                copied
                ?? (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    (0..<25).map { _ in
                        switch Int.random(in: 0..<10, using: &random) {
                        case 0: "river"
                        case 1: "court"
                        case 2..<6: "matter\(matter)word\(Int.random(in: 0..<6, using: &random))"
                        default: "filler\(number)x\(Int.random(in: 0..<500, using: &random))"
                        }
                    }.joined(separator: " ") + "."
                }
            bodies.append(body)
            let passages = body.map { "\"\($0)\"" }.joined(separator: ",")
            return #"{"id":"r/\#(number)","title":"news","source":"Press \#(number % 3)","passages":[\#(passages)]}"#
        }.joined(separator: "\n")
    }

    @Test(arguments: [Grouping.article, .story])
    func theSecondRankingIsTheFirstAndTheTermsShares(_ grouping: Grouping) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles(400, seed: 41))
            var query = try SearchQuery("river court", facets: ["source"], by: grouping, match: .any)
            query.feedback = false
            let plain = try await test.index.search(query)
            query.feedback = true
            query.givesScoreParts = true
            let result = try await test.index.search(query)

            // Counts do not change, and neither does the passage that stands for an article.
            #expect(result.totals == plain.totals && result.facets == plain.facets)
            #expect(result.hits.count == plain.hits.count && result.hits.count > 100)
            #expect(grouping == .article || result.hits.contains { $0.foldedArticles > 0 })
            var moved = 0
            for (place, hit) in result.hits.enumerated() {
                let parts = try #require(hit.scoreParts)
                let terms = parts.filter(\.isFeedback)
                #expect(!terms.isEmpty && terms.allSatisfy { $0.passage == 0 })
                #expect(abs(hit.score - parts.reduce(0) { $0 + $1.article + $1.passage }) < 1e-9)
                if hit.id != plain.hits[place].id { moved += 1 }
                guard grouping == .article else { continue }
                let before = try #require(plain.hits.first { $0.id == hit.id })
                #expect(abs(hit.score - before.score - terms.reduce(0) { $0 + $1.article }) < 1e-9)
            }
            #expect(moved > 10)
            #expect(result.hits.map(\.score) == result.hits.map(\.score).sorted(by: >))

            for split in [true, false] {
                query.split = split
                #expect(try await test.index.search(query).hits.map(\.id) == result.hits.map(\.id))
            }
            // Pages add up to the whole.
            query.limit = 37
            var paged: [SearchHit] = []
            repeat {
                let page = try await test.index.search(query)
                paged += page.hits
                query.after = page.next
            } while query.after != nil
            #expect(paged.map(\.id) == result.hits.map(\.id) && paged.map(\.score) == result.hits.map(\.score))
        }
    }
}
