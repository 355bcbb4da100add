import TestSupport
import Testing

@testable import SearchIndex

@Suite struct PairTableTests {
    private struct Counts: Equatable {
        var passages = 0
        var articles: Set<UInt32> = []
    }

    /// Against a dictionary, with few values and with many, beyond several times its first size.
    @Test(arguments: [(3, 500), (60, 20_000), (5_000, 30_000)])
    func countsAsADictionaryDoes(_ values: Int, _ steps: Int) {
        var random = SplitMix(seed: UInt64(values))
        var table = PairTable(limit: .max)
        var expected: [[UInt32]: Counts] = [:]
        var article: UInt32 = 0
        for _ in 0..<steps {
            if Int.random(in: 0..<4, using: &random) == 0 { article += UInt32.random(in: 1...3, using: &random) }
            // Also the highest numbers there are, and pairs of equal ones.
            let pair = (0..<2).map { _ in
                let value = UInt32.random(in: 0..<UInt32(values), using: &random)
                return value % 7 == 0 ? .max - value : value
            }
            let isTaken = table.add(pair[0], pair[1], article: article)
            #expect(isTaken)
            expected[pair, default: Counts()].passages += 1
            expected[pair]?.articles.insert(article)
        }
        let count = table.count
        #expect(count == expected.count)
        var seen = 0
        table.visit { pair in
            seen += 1
            let counts = expected[[pair.first, pair.second]]
            #expect(Int(pair.passages) == counts?.passages && Int(pair.articles) == counts?.articles.count)
        }
        #expect(seen == expected.count)
    }

    @Test func aFullTableTakesOnlyWhatItHas() {
        var table = PairTable(limit: 3)
        var taken: [Bool] = []
        for (first, article) in [(0, 1), (1, 1), (2, 1), (3, 1), (9, 1), (2, 2)] as [(UInt32, UInt32)] {
            taken.append(table.add(first, first == 9 ? 0 : 9, article: article))
        }
        #expect(taken == [true, true, true, false, false, true])
        var articles: [UInt32: UInt32] = [:]
        table.visit { articles[$0.first] = $0.articles }
        #expect(articles == [0: 1, 1: 1, 2: 2])
    }
}
