import TestSupport
import Testing

@testable import SearchIndex

/// Posting lists and counters against plain references.
@Suite struct PostingsTests {
    /// Lists with small and large wdfs, from arrays and one by one.
    @Test func aListGivesBackWhatWentIn() {
        var random = SplitMix(seed: 5)
        for size in [0, 1, 17, 5_000] {
            let docids = Self.docids(size, &random)
            let wdfs = docids.map { _ in random.pick([1, 2, 254, 255, 256, 100_000]) as UInt32 }
            let builder = PostingsBuilder(capacity: 3)
            for (docid, wdf) in zip(docids, wdfs) { builder.append(docid, wdf: wdf) }
            for list in [Postings.list(docids, wdfs), builder.build()] {
                #expect(list.count == size && list.frequency == size)
                #expect((0..<size).map { list.docids[$0] } == docids && (0..<size).map(list.wdf) == wdfs)
            }
        }
    }

    @Test func restrictingAndMergingEqualPlainOnes() throws {
        var random = SplitMix(seed: 6)
        for round in 0..<60 {
            let sizes = [0, 3, 40, 3_000]
            let (a, b) = (Self.docids(random.pick(sizes), &random), Self.docids(random.pick(sizes), &random))
            let wdfs = a.map { _ in UInt32.random(in: 1...400, using: &random) }
            let (list, other) = (Postings.list(a, wdfs), Postings.list(b))
            let kept = Dictionary(uniqueKeysWithValues: zip(a, wdfs)).filter { Set(b).contains($0.key) }
            let restricted = list.restricted(to: other)
            #expect((0..<restricted.count).map { restricted.docids[$0] } == kept.keys.sorted(), "round \(round)")
            #expect((0..<restricted.count).map(restricted.wdf) == kept.sorted { $0.key < $1.key }.map(\.value))
            #expect(restricted.frequency == a.count)
            var sums = Dictionary(uniqueKeysWithValues: zip(a, wdfs))
            for docid in b { sums[docid, default: 0] += 1 }
            let merged = try Postings.merged([list, other])
            #expect((0..<merged.count).map { merged.docids[$0] } == sums.keys.sorted())
            #expect((0..<merged.count).map(merged.wdf) == sums.sorted { $0.key < $1.key }.map(\.value))
        }
    }

    /// Passages with no value, one, two, and so many that they do not fit the counter's buffer.
    @Test func aCounterEqualsAPlainCount() {
        var random = SplitMix(seed: 7)
        var columns = Columns()
        var values: [[UInt32]] = [[]]
        var articles: [UInt32] = [0]
        let valueCount: UInt32 = 9_000
        for docid in 1...2_000 as ClosedRange<UInt32> {
            let count = docid % 700 == 0 ? 5_000 : random.pick([0, 0, 1, 1, 2, 2, 3, 9])
            let ids = Set((0..<count).map { _ in UInt32.random(in: 0..<valueCount, using: &random) }).sorted()
            values.append(ids)
            articles.append(articles[Int(docid) - 1] + random.pick([0, 0, 1]))
            var row = [[UInt32]](repeating: [], count: Field.facets.count)
            row[1] = ids
            columns.append(
                docid: docid, PassageRow(length: 1, articleLength: 1, values: row), article: articles[Int(docid)],
                story: 0, date: 0)
        }
        let counter = FacetCounter(facet: 1, capacity: Int(valueCount))
        for share in [1.0, 0.3, 0.01] {
            let matches = (1...2_001 as ClosedRange<UInt32>).filter { _ in
                Double.random(in: 0..<1, using: &random) < share
            }
            var passages: [UInt32: Int] = [:]
            var seen: [UInt32: Set<UInt32>] = [:]
            for docid in matches where docid <= 2_000 {
                for id in values[Int(docid)] {
                    passages[id, default: 0] += 1
                    seen[id, default: []].insert(articles[Int(docid)])
                }
            }
            columns.article.withElements { articles in
                // In two calls, as a scan does.
                let half = matches.count / 2
                matches.withUnsafeBufferPointer { matches in
                    counter.count(.init(rebasing: matches[..<half]), columns, articles: articles)
                    counter.count(.init(rebasing: matches[half...]), columns, articles: articles)
                }
            }
            let counted = counter.take()
            #expect(Dictionary(uniqueKeysWithValues: counted.map { ($0.id, $0.passages) }) == passages)
            #expect(Dictionary(uniqueKeysWithValues: counted.map { ($0.id, $0.articles) }) == seen.mapValues(\.count))
        }
    }

    @Test(arguments: [100, 60_000, 20_260_101] as [UInt32])
    func mergedCountsAreSums(_ highest: UInt32) throws {
        var random = SplitMix(seed: 8)
        func counts() -> [ValueCount] {
            Set((0..<50).map { _ in UInt32.random(in: highest / 2...highest, using: &random) })
                .map { ValueCount(id: $0, articles: Int($0 % 7), passages: Int($0 % 11)) }
        }
        let (a, b) = (counts(), counts())
        var sums: [UInt32: ValueCount] = [:]
        for count in a + b {
            sums[count.id, default: ValueCount(id: count.id, articles: 0, passages: 0)].articles += count.articles
            sums[count.id]?.passages += count.passages
        }
        let merged = try ValueCount.merged(a, b, until: .never)
        #expect(Dictionary(uniqueKeysWithValues: merged.map { ($0.id, $0) }) == sums && merged.count == sums.count)
    }

    /// So many different docids, ascending.
    private static func docids(_ count: Int, _ random: inout SplitMix) -> [UInt32] {
        var docids: Set<UInt32> = []
        while docids.count < count { docids.insert(UInt32.random(in: 1...20_000, using: &random)) }
        return docids.sorted()
    }
}
