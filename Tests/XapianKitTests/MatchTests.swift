import Foundation
import Testing
import XapianKit

@Suite struct MatchTests {
    private let texts = ["a b c", "a c b", "b a", "c", "a a a b", "d c a"]

    @Test func operators() throws {
        try Fixture.withTexts(texts) { database, _ in
            let a = try XapianQuery.term(bytes("a"))
            let b = try XapianQuery.term(bytes("b"))
            let c = try XapianQuery.term(bytes("c"))
            let expected: [(XapianQuery, [UInt32])] = [
                (try .all(), [1, 2, 3, 4, 5, 6]),
                (a, [1, 2, 3, 5, 6]),
                (try .term(bytes("unknown")), []),
                (try .and([a, b, c]), [1, 2]),
                (try .and([]), []),
                (try .or([b, c]), [1, 2, 3, 4, 5, 6]),
                (try .andNot(a, c), [3, 5]),
                (try .andMaybe(c, b), [1, 2, 4, 6]),
                (try .filter(a, by: c), [1, 2, 6]),
                (try .synonym([b, c]), [1, 2, 3, 4, 5, 6]),
                (try .maximum([b, c]), [1, 2, 3, 4, 5, 6]),
                (try .phrase([a, b]), [1, 5]),
                (try .phrase([a, b], window: 3), [1, 2, 5]),
                (try .phrase([.or([a, c]), b]), [1, 2, 5]),
                (try .near([a, b]), [1, 3, 5]),
                (try .near([a, b], window: 3), [1, 2, 3, 5]),
            ]
            for (query, docids) in expected {
                #expect(try database.matchingDocids(query) == docids, "\(query)")
                let boolean = try database.match(query, weighting: .boolean, limit: 10, checkAtLeast: 10)
                #expect(boolean.docids == docids, "\(query)")
                #expect(boolean.weights.allSatisfy { $0 == 0 })
                let ranked = try database.match(query, weighting: .bm25(), limit: 10, checkAtLeast: 10)
                #expect(ranked.docids.sorted() == docids, "\(query)")
                #expect(Int(ranked.lowerBound) == docids.count && Int(ranked.upperBound) == docids.count)
                #expect(Int(ranked.estimated) == docids.count)
            }
        }
    }

    @Test func rankingIsByWeightThenDocid() throws {
        try Fixture.withTexts(texts + texts) { database, _ in
            let query = try XapianQuery.or([.term(bytes("a")), .term(bytes("c"))])
            let whole = try database.match(query, weighting: .bm25(), limit: 100, checkAtLeast: 100)
            #expect(whole.docids.count == 12)
            for i in 1..<whole.docids.count {
                let (before, after) = (whole.weights[i - 1], whole.weights[i])
                #expect(before > after || (before == after && whole.docids[i - 1] < whole.docids[i]))
            }
            let window = try database.match(query, weighting: .bm25(), first: 3, limit: 4)
            #expect(window.docids == Array(whole.docids[3..<7]))
            #expect(window.weights == Array(whole.weights[3..<7]))
            #expect(try database.match(query, weighting: .bm25(), limit: -1).docids.isEmpty)
            #expect(try database.match(query, weighting: .bm25(), first: .max, limit: .max).docids.isEmpty)
        }
    }

    /// BM25 as https://xapian.org/docs/bm25.html has it, for one term, with k1 = 1, b = 0.5 and no relevance set.
    @Test func weightsAreTheFormulas() throws {
        try Fixture.withTexts(texts) { database, _ in
            let statistics = try database.statistics()
            let result = try database.match(.term(bytes("b")), weighting: .bm25(), limit: 10)
            let n = Double(statistics.documentCount)
            let tf = Double(try database.termFrequency(bytes("b")))
            // A factor of k3 + 1 over k3 + wqf, which is 1, and one of k1 + 1.
            let idf = (((n - tf + 0.5) / (tf + 0.5)).asWeight)
            for (docid, weight) in zip(result.docids, result.weights) {
                let wdf = 1.0
                let length = max(Double(try database.length(docid: docid)) / statistics.averageLength, 0.5)
                let expected = idf * 2 * wdf / (0.5 * length + 0.5 + wdf)
                #expect(abs(weight - expected) < 1e-9)
            }
            #expect(result.docids == [3, 1, 2, 5])
        }
    }

    @Test func weightsScaleAndFilter() throws {
        try Fixture.withTexts(texts) { database, _ in
            let d = try XapianQuery.term(bytes("d"))
            let plain = try database.match(d, weighting: .bm25(), limit: 1)
            let doubled = try database.match(try d.scaled(by: 2), weighting: .bm25(), limit: 1)
            #expect(plain.docids == [6] && doubled.docids == [6])
            #expect(abs(doubled.weights[0] - 2 * plain.weights[0]) < 1e-9)
            let filtered = try database.match(try .filter(d, by: .term(bytes("a"))), weighting: .bm25(), limit: 1)
            #expect(abs(filtered.weights[0] - plain.weights[0]) < 1e-9)
            let twice = try database.match(try .term(bytes("d"), wqf: 2), weighting: .bm25(), limit: 1)
            #expect(twice.weights[0] > plain.weights[0])
        }
    }

    @Test func queriesPrintThemselves() throws {
        let query = try XapianQuery.and([.term(bytes("abraham")), .phrase([.term(bytes("x")), .term(bytes("y"))])])
        #expect(query.description == "Query((abraham AND (x PHRASE 2 y)))")
    }
}

extension Double {
    /// Xapian's inverse document frequency: the logarithm, bent near and below 1 so that no weight is negative.
    fileprivate var asWeight: Double {
        log(self < 2 ? self * 0.5 + 1 : self)
    }
}
