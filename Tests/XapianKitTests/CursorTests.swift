import Testing
import XapianKit

@Suite struct CursorTests {
    /// The same numbers each run, spread over the docids.
    private struct Sequence {
        var state: UInt64 = 42
        mutating func next(below bound: UInt32) -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32((state >> 33) % UInt64(bound))
        }
    }

    /// Documents of which about three in four have the term; `expected[i]` is what the cursors must show.
    private struct Expected {
        var docids: [UInt32] = []
        var wdfs: [UInt32] = []
        var lengths: [UInt32] = []
        var values: [UInt32: [UInt8]] = [:]
    }

    private func fill(_ writer: WritableDatabase, documents: UInt32) throws -> Expected {
        var random = Sequence()
        var expected = Expected()
        let document = try Document()
        for docid in 1...documents {
            try document.clear()
            let other = 1 + random.next(below: 50)
            try document.addTerm(bytes("other"), wdf: other)
            var wdf: UInt32 = 0
            if random.next(below: 4) > 0 {
                wdf = 1 + random.next(below: 300)
                try document.addTerm(bytes("term"), wdf: wdf)
                expected.docids.append(docid)
                expected.wdfs.append(wdf)
            }
            if random.next(below: 3) == 0 {
                let value = bytes(String(repeating: "v", count: 1 + Int(random.next(below: 40))))
                try document.setValue(value, slot: 2)
                expected.values[docid] = value
            }
            expected.lengths.append(other + wdf)
            try writer.add(document)
        }
        try writer.commit()
        return expected
    }

    @Test func blocksEqualWhatWasWritten() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            let expected = try fill(writer, documents: 135_000)
            #expect(expected.docids.count > 100_000)
            let database = try Database(path: path)

            for capacity in [7, 1000, PostingBlock.defaultCapacity, 200_000] {
                let cursor = try database.postings(bytes("term"))
                #expect(Int(cursor.termFrequency) == expected.docids.count)
                let (docids, wdfs) = try drain(capacity: capacity) { try cursor.nextBlock(into: &$0) }
                #expect(docids == expected.docids)
                #expect(wdfs == expected.wdfs)
            }
            let lengths = try database.lengths()
            let (all, numbers) = try drain { try lengths.nextBlock(into: &$0) }
            #expect(all == Array(1...135_000))
            #expect(numbers == expected.lengths)

            let values = try database.values(slot: 2)
            var block = ValueBlock(capacity: 700)
            var found: [UInt32: [UInt8]] = [:]
            while try values.nextBlock(into: &block) {
                for i in 0..<block.count { found[block.docids[i]] = Array(block.bytes[block.range(i)]) }
            }
            #expect(found == expected.values)
        }
    }

    @Test func lengthsWhereDocidsHaveGaps() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            try Fixture.add(["a", "a b", "a b c", "", "a b c d e"], to: writer)
            try writer.delete(docid: 2)
            try writer.commit()
            let database = try Database(path: path)
            let cursor = try database.lengths()
            let (docids, lengths) = try drain { try cursor.nextBlock(into: &$0) }
            #expect(docids == [1, 3, 4, 5])
            #expect(lengths == [1, 3, 0, 5])
            let postings = try database.postings([])
            let (all, ones) = try drain { try postings.nextBlock(into: &$0) }
            #expect(all == docids)
            #expect(ones == [1, 1, 1, 1])
        }
    }

    @Test func skipping() throws {
        try Fixture.withTexts(["a", "b", "a", "b", "a c", "a"]) { database, _ in
            var block = PostingBlock(capacity: 1, withNumbers: false)
            let cursor = try database.postings(bytes("a"))
            try cursor.skip(to: 2)
            #expect(try cursor.nextBlock(into: &block) && block.docids[0] == 3)
            try cursor.skip(to: 1)
            #expect(try cursor.nextBlock(into: &block) && block.docids[0] == 5)
            #expect(block.numbers.isEmpty)
            try cursor.skip(to: 7)
            #expect(try !cursor.nextBlock(into: &block))
            #expect(block.count == 0)
            try cursor.skip(to: 1)
            #expect(try !cursor.nextBlock(into: &block))

            let lengths = try database.lengths()
            try lengths.skip(to: 5)
            #expect(try lengths.nextBlock(into: &block) && block.numbers[0] == 2)

            let terms = try database.terms()
            try terms.skip(to: bytes("aa"))
            #expect(try terms.next()?.bytes == bytes("b"))
            try terms.skip(to: bytes("a"))
            #expect(try terms.next()?.bytes == bytes("c"))
            #expect(try terms.next() == nil)
            #expect(try terms.next() == nil)
        }
    }

    @Test func termsOfAPrefix() throws {
        try Fixture.withTexts(["XPann XPbob XLbaku", "XPann y"]) { database, _ in
            let cursor = try database.terms(prefix: bytes("XP"))
            #expect(try rest(cursor) == ["XPann:2", "XPbob:1"])
        }
    }

    private func drain(
        capacity: Int = PostingBlock.defaultCapacity, _ next: (inout PostingBlock) throws -> Bool
    ) throws -> ([UInt32], [UInt32]) {
        var block = PostingBlock(capacity: capacity)
        var docids: [UInt32] = []
        var numbers: [UInt32] = []
        while try next(&block) {
            docids += block.docids.prefix(block.count)
            numbers += block.numbers.prefix(block.count)
        }
        return (docids, numbers)
    }
}
