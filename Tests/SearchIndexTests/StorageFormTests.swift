import Corpus
import Entities
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct StorageFormTests {
    @Test func recordsReadBack() throws {
        var article = Article(id: "a/1", text: "One. Two.")
        article.title = ""
        article.date = CalendarDay("2025-08-02")
        article.authors = ["A", "B"]
        article.entities = [
            GivenEntity(type: "person", name: "Ada"), GivenEntity(type: "place", name: "Baku", range: 5..<9),
            GivenEntity(type: "misc", name: "", range: 0..<0),
        ]
        article.passages = [0..<5, 5..<9]
        let record = ArticleRecord(
            article: article, stemming: .french, contentHash: "h", ordinal: 7, story: 3, firstDocid: 9,
            passages: [0..<5, 5..<9])
        #expect(try ArticleRecord(decoding: record.encoded) == record)
        #expect(record.docids == 9..<11)
        #expect(record.article(text: article.text) == article)
        let passage = PassageRecord(
            articleID: "a/1", number: 2, start: 5, text: "Two.",
            entities: [.init(type: .place, name: "Baku", ranges: [0..<3]), .init(type: .misc, name: "X", ranges: [])])
        #expect(try PassageRecord(decoding: passage.encoded) == passage)
    }

    @Test func damagedRecordsAreErrorsNotCrashes() throws {
        let passage = PassageRecord(
            articleID: "a/1", number: 2, start: 5, text: "Two.",
            entities: [.init(type: .place, name: "Baku", ranges: [0..<3])])
        let bytes = passage.encoded
        for length in 0..<bytes.count {
            #expect(throws: SearchIndexError.self) { try PassageRecord(decoding: Array(bytes[..<length])) }
        }
        var random = SplitMix(seed: 4)
        for _ in 0..<2_000 {
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            if let read = try? PassageRecord(decoding: damaged) { #expect(read.text.utf8.count <= 12) }
        }
    }

    @Test func docidsThatOverflowAreRefused() throws {
        var record = ArticleRecord(
            article: Article(id: "a", text: "One."), stemming: .english, contentHash: "h", ordinal: 7, story: 3,
            firstDocid: .max - 1, passages: [0..<4])
        #expect(try ArticleRecord(decoding: record.encoded).docids == .max - 1 ..< .max)
        record.firstDocid = .max
        #expect(throws: SearchIndexError.self) { try ArticleRecord(decoding: record.encoded) }
    }

    @Test func whatIsCountedUpInTheFileOfCorrectionsIsFarFromItsEnd() throws {
        func read(next: Int, changes: UInt64) throws -> CorrectionList {
            try CorrectionFile(path: "c").parse("# dateline corrections 1 next \(next) changes \(changes)\n")
        }
        #expect(try read(next: 8, changes: 9).next == 8)
        #expect(throws: SearchIndexError.self) { try read(next: .max, changes: 9) }
        #expect(throws: SearchIndexError.self) { try read(next: 8, changes: .max) }
    }

    @Test func packedIdsReadBack() throws {
        var random = SplitMix(seed: 8)
        for count in 0..<50 {
            let ids = Set((0..<count).map { _ in UInt32.random(in: 0 ... .max / 2, using: &random) }).sorted()
            #expect(try PackedIDs.decode(PackedIDs.encode(ids)[...]) == ids)
        }
        #expect(throws: SearchIndexError.self) { try PackedIDs.decode([0x80]) }
    }

    @Test func longTermsAreHashedNotCut() {
        let a = Term.bytes(prefix: "XP", String(repeating: "a", count: 300) + "b")
        let b = Term.bytes(prefix: "XP", String(repeating: "a", count: 300) + "c")
        #expect(a != b && a.count <= 245 && a.starts(with: Array("XP".utf8)))
        #expect(Term.bytes(prefix: "Q", "short") == Array("Qshort".utf8))
    }

    @Test func cursorsAndPassageIdsPrintAndParse() {
        let cursor = Cursor(revision: 12, offset: 30, fingerprint: "abcdef012345")
        #expect(Cursor(cursor.description) == cursor)
        let position = Cursor.Position(Ranked(key: -1.5e-300, score: 0, docid: 77))
        let deep = Cursor(revision: 12, offset: 30, position: position, fingerprint: "abcdef012345")
        #expect(Cursor(deep.description) == deep && Cursor("1-2-xyz-3-f") == nil && Cursor("1-2-3-f") == nil)
        #expect(Cursor("1-99999999999999999999-x") == nil && Cursor("") == nil && Cursor("1--1-x") == nil)
        // No list is so long; a page's length is added to it.
        #expect(Cursor("1-9223372036854775807-3ff0000000000000-1-x") == nil)
        #expect(PassageID("wire/a#b#3") == PassageID(article: "wire/a#b", number: 3))
        #expect(PassageID("a#0") == nil && PassageID("a") == nil && PassageID("a#x") == nil)
    }
}
