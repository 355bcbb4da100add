import TestSupport
import Testing

@testable import SearchIndex

@Suite struct ColumnTests {
    @Test func aPublishedColumnStaysAsItWas() {
        var column = Column<UInt32>()
        var published: [Column<UInt32>] = []
        for value in 0..<5_000 as Range<UInt32> {
            if value.isMultiple(of: 500) { published.append(column) }
            column.append(value)
        }
        for (index, copy) in published.enumerated() {
            #expect(copy.count == index * 500)
            copy.withElements { #expect($0.elementsEqual(0..<UInt32(index * 500))) }
        }
        // A draft that is given up leaves its successor unharmed.
        var draft = published[3]
        draft.append(77)
        var other = published[3]
        other.append(78)
        #expect(draft[1_500] == 77 && other[1_500] == 78 && column[1_500] == 1_500)
    }

    @Test func listsOfIdsReadBack() {
        var random = SplitMix(seed: 17)
        var column = IDColumn()
        var expected: [UInt32: [UInt32]] = [:]
        var docid: UInt32 = 0
        for _ in 0..<2_000 {
            docid += UInt32.random(in: 1...3, using: &random)
            let ids = (0..<Int.random(in: 0...4, using: &random)).map { _ in UInt32.random(in: 0...9, using: &random) }
            expected[docid] = ids
            column.append(docid: docid, ids: ids)
        }
        for id in 0...docid + 5 { #expect(column.ids(of: id) == expected[id] ?? []) }
    }

    @Test func passageSetsBehaveLikeSets() {
        var random = SplitMix(seed: 31)
        for _ in 0..<50 {
            let a = Set((0..<200).map { _ in UInt32.random(in: 0...100_000, using: &random) })
            let b = Set((0..<200).map { _ in UInt32.random(in: 0...100_000, using: &random) }).union(a.prefix(30))
            let (x, y) = (PassageSet(Array(a)), PassageSet(Array(b)))
            #expect(x.intersection(y).docids == a.intersection(b).sorted())
            #expect(x.union(y).docids == a.union(b).sorted())
            #expect(x.subtracting(y).docids == a.subtracting(b).sorted())
            #expect(x.count == a.count)
        }
        #expect(PassageSet(range: 5..<5).isEmpty && PassageSet(range: 5..<8).docids == [5, 6, 7])
        #expect(PassageSet([1, 2, 9]).updated(adding: 10..<12, removing: [2]).docids == [1, 9, 10, 11])
    }

    @Test(
        arguments: [
            ([[[1, 9]], [[4]]], 3, true), ([[[1]], [[5]]], 3, false), ([[[8]], [[4]]], 4, true),
            ([[[1], [2]], [[5]]], 3, true), ([[[1], [2]], [[6]]], 3, false), ([[[3]], [[3]]], 5, false),
            ([[[3, 5]], [[3, 5]]], 5, true), ([[[1, 20]], [[10, 22]], [[24]]], 3, true), ([[[1]], []], 5, false),
        ] as [([[[UInt32]]], Int, Bool)])
    func proximity(_ phrases: [[[UInt32]]], _ distance: Int, _ expected: Bool) throws {
        #expect(try Proximity.holds(phrases, distance: distance) == expected)
    }
}
