import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

@Suite struct ScoringTests {
    /// The scores of our own scorer equal those of Xapian's `BM25Weight` on the same terms, and so does the order.
    @Test(arguments: [["river"], ["river", "flood"], ["storm", "vote", "goal", "court"], ["river", "river"]])
    func scoresEqualXapians(_ words: [String]) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(300, seed: 23))
            var query = try SearchQuery(words.joined(separator: " OR "))
            query.ranking = .bm25
            let ours = try await test.index.search(query).hits
            let database = try Database(path: test.folder + "/db")
            var terms: [XapianQuery] = []
            for word in words {
                let term = try Stemmer(language: "english").stem(word)
                terms += [try .term(Array(term.utf8)), try .term(Array("S\(term)".utf8))]
            }
            let theirs = try database.match(try .or(terms), weighting: .bm25(), limit: 2_000)
            #expect(ours.count == theirs.docids.count && ours.count > 50)
            for (hit, (docid, weight)) in zip(ours, zip(theirs.docids, theirs.weights)) {
                #expect(abs(hit.score - weight) < 1e-9)
                let record = try PassageRecord(decoding: try database.data(docid: docid))
                #expect(hit.id == "\(record.articleID)#\(record.number)")
            }
        }
    }

    @Test func scoresOfAConjunctionEqualXapians() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(300, seed: 29))
            var text = try SearchQuery("(river AND flood) OR (storm AND \"court market\")")
            text.ranking = .bm25
            let ours = try await test.index.search(text).hits
            let database = try Database(path: test.folder + "/db")
            func word(_ word: String) throws -> XapianQuery {
                let term = try Stemmer(language: "english").stem(word)
                return try .or([try .term(Array(term.utf8)), try .term(Array("S\(term)".utf8))])
            }
            let phrase = try XapianQuery.phrase([try .term(Array("court".utf8)), try .term(Array("market".utf8))])
            let query = try XapianQuery.or([
                try .and([try word("river"), try word("flood")]), try .and([try word("storm"), phrase]),
            ])
            let theirs = try database.match(query, weighting: .bm25(), limit: 2_000)
            #expect(ours.count == theirs.docids.count && ours.count > 20)
            for (hit, weight) in zip(ours, theirs.weights) { #expect(abs(hit.score - weight) < 1e-9) }
        }
    }

    @Test func topRankedEqualsSorting() throws {
        var random = SplitMix(seed: 99)
        for capacity in [0, 1, 5, 100, 1_000] {
            var top = TopRanked(capacity: capacity)
            let all = (1...500).map { docid in
                Ranked(key: Double(Int.random(in: 0...20, using: &random)), score: 0, docid: UInt32(docid))
            }.shuffled(using: &random)
            for ranked in all { top.offer(ranked) }
            #expect(try top.sorted(until: .never) == Array(all.sorted(by: Ranked.precedes).prefix(capacity)))
        }
    }
}
