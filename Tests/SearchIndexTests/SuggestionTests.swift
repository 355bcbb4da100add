import QueryLanguage
import Testing

@testable import SearchIndex

/// `did you mean`.
@Suite struct SuggestionTests {
    /// Witkoff in twelve articles, Azerbaijan and the accords in eleven, a rare word in one.
    private static let articles =
        (1...12).map {
            #"{"id":"\#($0)","title":"Envoy","text":"Steve Witkoff spoke of the envoy and his plan in Baku.","entities":[{"type":"person","name":"Steve Witkoff"},{"type":"place","name":"Baku"}]}"#
        }
        + (13...23).map {
            #"{"id":"\#($0)","text":"Azerbaijan weighs the Abraham Accords again.","entities":[{"type":"place","name":"Azerbaijan"},{"type":"person","name":"Sean O'Brien"}]}"#
        } + [#"{"id":"24","text":"The accorde was a car of Witkof."}"#]

    private func suggestion(_ test: TestIndex, _ text: String, match: Matching = .auto) async throws -> String? {
        try await test.index.search(SearchQuery(text, by: .article, match: match)).suggestion
    }

    @Test func misspeltWordsBecomeTheNearestFrequentOnes() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles.joined(separator: "\n"))
            for (text, expected) in [
                // One article has it so, and twelve the other.
                ("witkof", "witkoff"), ("Witkof's plan", "Witkoff's plan"), ("Azerbajan", "Azerbaijan"),
                ("AZERBAJAN", "AZERBAIJAN"), ("abrahan acords", "abraham accords"),
                ("azrebajian +acords", "azerbaijan +accords"), ("acords OR envoi", "accords OR envoy"),
                ("title:envoi", "title:envoy"), ("vitkoff", "witkoff"),
                ("(azerbajan AND accords) -witkof", "(azerbaijan AND accords) -witkof"),
            ] {
                let found = try await suggestion(test, text)
                #expect(found == expected, "\(text)")
            }
        }
    }

    @Test func whatIsRightOrMeantSoStays() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles.joined(separator: "\n"))
            for text in [
                "witkoff", "azerbaijan accords", "\"azerbajan\"", "azerbajan~ nothing", "azerbaj* nothing",
                "-azerbajan",
                "source:Azerbajan", "zzyzx", "ab", "f16", "20225", "*", "", "accords plan", "nobody NEAR/3 azerbajan",
                "article:azerbajan",
            ] {
                #expect(try await suggestion(test, text) == nil, "\(text)")
            }
        }
    }

    @Test func namesAreSuggestedAsTheyAreWritten() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles.joined(separator: "\n"))
            for (text, expected) in [
                ("person:\"Steve Witkof\"", "person:\"Steve Witkoff\""), ("person:witkoft", "person:\"Steve Witkoff\""),
                ("person:\"Stevve Vitkoff\"", "person:\"Steve Witkoff\""), ("place:Azerbajan", "place:Azerbaijan"),
                ("person:\"Sean OBrien\"", "person:\"Sean O'Brien\""),
                ("person:\"Steve Witkof\" azerbajan", nil),
                // A name of another type is none here.
                ("place:witkof", nil), ("person:baku", nil), ("person:Nobody", nil),
            ] as [(String, String?)] {
                let found = try await suggestion(test, text)
                #expect(found == expected, "\(text)")
            }
            // A name that has just come.
            try await test.ingest(
                #"{"id":"30","text":"Xyz.","entities":[{"type":"person","name":"Kassym-Jomart Tokayev"}]}"#)
            #expect(try await suggestion(test, "person:tokajev") == "person:\"Kassym-Jomart Tokayev\"")
        }
    }

    /// What has no time for a suggestion is whole otherwise.
    @Test func aSuggestionThatIsCutOffTakesNothingElseAlong() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles.joined(separator: "\n"))
            let looks = LookLimit(.max)
            var query = try SearchQuery("azerbajan", facets: ["person"], by: .article, match: .auto)
            query.looks = looks
            #expect(try await test.index.search(query).suggestion == "azerbaijan")
            var without = 0
            for limit in 1..<looks.count {
                query.looks = LookLimit(limit)
                let result = try await test.index.search(query)
                if result.isExact, result.suggestion == nil { without += 1 }
            }
            #expect(without > 0)
        }
    }

    /// A suggestion finds more with the same filters, or there is none.
    @Test func aSuggestionFindsMore() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles.joined(separator: "\n"))
            var query = try SearchQuery("azerbajan", where: ["place=Baku"], by: .article, match: .auto)
            #expect(try await test.index.search(query).suggestion == nil)
            query = try SearchQuery("azerbajan", where: ["place=Azerbaijan"], by: .article, match: .auto)
            #expect(try await test.index.search(query).suggestion == "azerbaijan")
            // Not strictly, but with any of the words.
            #expect(try await suggestion(test, "azerbajan witkof") == "azerbaijan witkoff")
            #expect(try await suggestion(test, "azerbajan witkof", match: .all) == nil)
        }
    }
}
