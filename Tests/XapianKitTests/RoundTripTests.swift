import Testing
import XapianKit

@Suite struct RoundTripTests {
    /// NUL, invalid UTF-8 and every other byte.
    private let odd: [UInt8] = [0, 0x61, 0, 0xff, 0xfe] + Array(0...0x7f)

    @Test func documentKeepsEveryByte() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            let document = try Document()
            try document.setData(odd)
            try document.setValue(odd, slot: 0)
            try document.setValue(bytes("x"), slot: 4_000_000_000)
            try document.setValue([], slot: 7)
            try document.addPosting(odd, position: 3)
            try document.addPosting(odd, position: 1, wdf: 2)
            try document.addTerm(bytes("plain"), wdf: 5)
            try document.addBooleanTerm(bytes("QXtag"))
            #expect(try writer.add(document) == 1)
            try writer.setMetadata(odd, for: [0])
            try writer.setMetadata(bytes("v"), for: odd)
            try writer.commit()

            // The writer itself and a reader agree.
            for database in [writer, try Database(path: path)] {
                #expect(try database.data(docid: 1) == odd)
                #expect(try database.value(docid: 1, slot: 0) == odd)
                #expect(try database.value(docid: 1, slot: 4_000_000_000) == bytes("x"))
                #expect(try database.value(docid: 1, slot: 7).isEmpty)
                #expect(try database.positions(of: odd, docid: 1) == [1, 3])
                #expect(try database.positions(of: bytes("plain"), docid: 1).isEmpty)
                #expect(try database.termFrequency(odd) == 1)
                #expect(try database.collectionFrequency(odd) == 3)
                #expect(try database.length(docid: 1) == 8)
                #expect(try database.metadata([0]) == odd)
                #expect(try database.metadata(odd) == bytes("v"))
                #expect(try database.metadata(bytes("unknown")).isEmpty)
                #expect(try database.metadataKeys().next()?.bytes == [0])
                #expect(try database.metadataKeys(prefix: [0, 0x61]).next()?.bytes == odd)
                let terms = try database.terms(docid: 1)
                let first = try terms.next()
                #expect(first?.bytes == odd && first?.number == 3)
                #expect(try rest(terms) == ["QXtag:0", "plain:5"])
                #expect(try rest(database.terms(prefix: bytes("Q"))) == ["QXtag:1"])
            }
        }
    }

    @Test func emptyDatabase() throws {
        try Fixture.withTexts([]) { database, _ in
            let statistics = try database.statistics()
            #expect(statistics.documentCount == 0)
            #expect(statistics.lastDocid == 0)
            #expect(statistics.averageLength == 0)
            #expect(!statistics.hasPositions)
            #expect(try database.uuid().count == 36)
            var block = PostingBlock()
            #expect(try !database.postings([]).nextBlock(into: &block))
            #expect(try !database.lengths().nextBlock(into: &block))
            var values = ValueBlock()
            #expect(try !database.values(slot: 0).nextBlock(into: &values))
            #expect(try database.terms().next() == nil)
            #expect(try database.spellings().next() == nil)
            #expect(try database.matchingDocids(.all()).isEmpty)
            let result = try database.match(.term(bytes("a")), weighting: .bm25(), limit: 10)
            #expect(result.docids.isEmpty && result.weights.isEmpty && result.upperBound == 0)
        }
    }

    @Test func replaceAndDeleteByUniqueTerm() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            try Fixture.add(["a Q1", "b Q1", "c Q2"], to: writer)
            let document = try Document()
            try document.addTerm(bytes("Q1"))
            try document.setData(bytes("new"))
            #expect(try writer.replace(uniqueTerm: bytes("Q1"), with: document) == 1)
            #expect(try writer.statistics().documentCount == 2)
            #expect(try writer.data(docid: 1) == bytes("new"))
            #expect(try writer.replace(uniqueTerm: bytes("Q9"), with: document) == 4)
            try writer.delete(uniqueTerm: bytes("Q2"))
            try writer.delete(docid: 4)
            try writer.commit()
            #expect(try Database(path: path).statistics().documentCount == 1)
            #expect(try writer.statistics().lastDocid == 4)
        }
    }

    @Test func spelling() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            try writer.addSpelling(bytes("azerbaijan"), frequency: 4)
            try writer.addSpelling(bytes("armenia"))
            try writer.commit()
            let database = try Database(path: path)
            #expect(try database.spellingSuggestion(for: "azerbajan") == "azerbaijan")
            #expect(try database.spellingSuggestion(for: "azerbaijan") == nil)
            #expect(try database.spellingSuggestion(for: "azrbajn", maxEdits: 1) == nil)
            #expect(try rest(database.spellings()) == ["armenia:1", "azerbaijan:4"])
            try writer.removeSpelling(bytes("azerbaijan"), frequency: 4)
            try writer.commit()
            try database.reopen()
            #expect(try database.spellingSuggestion(for: "azerbajan") == nil)
        }
    }
}
