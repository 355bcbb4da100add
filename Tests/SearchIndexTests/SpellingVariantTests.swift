import Foundation
import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct SpellingVariantTests {
    private static let articles = """
        {"id":"uk","title":"Centre of labour","text":"The programme to normalise travelled well. Its colour’s grey aluminium, a defence."}
        {"id":"us","title":"Center of labor","text":"The program to normalize traveled well. Its color’s gray aluminum, a defense."}
        {"id":"irish","title":"Names","text":"Mr. O'Brien met Ms. OBRIEN and Tom O’Brien’s son; Erdoğan was naïve, Erdogan was naive."}
        """

    @Test(arguments: [
        "normalise", "normalize", "NORMALISING", "programme", "program", "travelled", "colour", "color", "grey", "gray",
        "aluminium", "aluminum", "defence", "defenses", "title:centre", "title:center", "title:labour", "labors",
        "\"normalise traveled\"", "\"color's gray aluminium\"", "colour NEAR/1 gray",
    ])
    func eitherSpellingFindsBoth(_ text: String) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            #expect(try await test.ids(SearchQuery(text)).sorted() == ["uk#1", "us#1"])
        }
    }

    @Test(arguments: [
        ("normalize programme", ["programme", "normalise"]), ("\"gray aluminum\"", ["grey aluminium"]),
        ("color", ["colour’s"]), ("normalis*", ["normalise"]),
    ])
    func theOtherSpellingIsMarked(_ text: String, _ marked: [String]) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            let hit = try #require(
                try await test.index.search(SearchQuery("\(text) article:uk")).hits.first)
            let bytes = Array(hit.passage.text.utf8)
            #expect(hit.highlights.map { String(decoding: bytes[$0], as: UTF8.self) } == marked)
        }
    }

    @Test(arguments: ["O'Brien", "O’Brien", "OBrien", "o'brien's", "obr*", "o'br*", "\"tom obrien\"", "erdogan naïve"])
    func apostrophesAndAccentsDoNotMatter(_ text: String) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            let result = try await test.index.search(SearchQuery(text))
            #expect(result.hits.map(\.id) == ["irish#1"])
            #expect(result.hits.first?.highlights.isEmpty == false)
        }
    }

    /// The words for prefixes stay as people write them, though both spellings have one term.
    @Test func aPrefixIsOfTheWordAsItIsWritten() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            for (text, expected) in [
                ("colour*", ["uk#1", "us#1"]), ("aluminiu*", ["uk#1", "us#1"]), ("centrex*", []),
            ] {
                #expect(try await test.ids(SearchQuery(text)).sorted() == expected)
            }
        }
    }

    @Test func anIndexGoesOnWithTheTableItWasMadeWith() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let first = folder + "/first.tsv"
            try "colour\tcolor\n".write(toFile: first, atomically: true, encoding: .utf8)
            let index = try await TestIndex.open(folder, spelling: first)
            try await TestIndex(index: index, folder: folder).ingest(Self.articles)
            await index.close()
            let again = try await TestIndex.open(folder)
            let test = TestIndex(index: again, folder: folder)
            #expect(try await test.ids(SearchQuery("colour")).sorted() == ["uk#1", "us#1"])
            #expect(try await test.ids(SearchQuery("grey")) == ["uk#1"])
            try await test.ingest(#"{"id":"new","text":"A gray color."}"#)
            #expect(try await test.ids(SearchQuery("colour")).sorted() == ["new#1", "uk#1", "us#1"])
            #expect(try await test.ids(SearchQuery("gray")).sorted() == ["new#1", "us#1"])
            await again.close()
        }
    }

    @Test(arguments: [("x\ty\tz\tw\n", "table.tsv:1: "), (nil, "table.tsv: cannot read the file")])
    func aTableThatCannotBeReadIsRefused(_ contents: String?, _ message: String) async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let table = folder + "/table.tsv"
            try contents?.write(toFile: table, atomically: true, encoding: .utf8)
            let error = await #expect(throws: SearchIndexError.self) {
                try await TestIndex.open(folder, spelling: table)
            }
            #expect(error?.code == .unavailable && error?.message.contains(message) == true)
        }
    }
}
