import Testing
import TextAnalysis

@testable import Entities

/// What something else found, among what the rules find.
@Suite struct ClaimTests {
    /// `claims` as `(text, type, name)`: each at the first place where the text stands.
    private func mentions(_ text: String, title: String? = nil, _ claims: (String, EntityType, String?)...) throws
        -> [String]
    {
        let claims = claims.map { part, type, name in
            let start = text.utf8.firstRange(of: part.utf8)?.lowerBound ?? text.startIndex
            let offset = text.utf8.distance(from: text.startIndex, to: start)
            return Claim(type: type, name: name, range: offset..<offset + part.utf8.count)
        }
        let found = try EntityRecognizer(gazetteer: gazetteer.get(), model: model.get()).mentions(
            in: text, tokens: Tokenizer.tokens(in: text), title: title, claims: claims)
        return found.map { "\($0)" }
    }

    @Test func aClaimWinsOverWhatItOverlaps() throws {
        #expect(
            try mentions("They left Baku for Washington, D.C. today.", ("Washington", .person, nil)) == [
                "place \"Baku\" [10,14)", "person \"Washington\" [19,29)",
            ])
    }

    @Test func namesOfClaimsAreResolved() throws {
        // A surname by a name that the rules find, by a headline, by another claim, by a claim's own name.
        let text = "Donald Trump spoke. Later Trump left."
        #expect(try mentions(text, ("Trump left", .person, nil)).count == 2)
        #expect(
            try mentions("Then Witkoff spoke.", title: "Steve Witkoff in Baku", ("Witkoff", .person, nil))
                == ["person \"Steve Witkoff\" [5,12)"])
        #expect(
            try mentions(
                "Xhi Zzyx came; then Zzyx sat.", ("Xhi Zzyx", .person, "Xhi A. Zzyx"), ("Zzyx sat", .misc, nil))
                == ["person \"Xhi A. Zzyx\" [0,8)", "misc \"Zzyx sat\" [20,28)"])
        #expect(
            try mentions("Lo Zzyx came. Nobody saw Zzyxa.", ("Lo Zzyx", .person, nil), ("Zzyxa", .person, nil))
                == ["person \"Lo Zzyx\" [0,7)", "person \"Zzyxa\" [25,30)"])
        #expect(try mentions("The Israeli side.", ("Israeli", .place, nil)) == ["place \"Israel\" [4,11)"])
        #expect(try mentions("The Israeli side.", ("Israeli", .misc, nil)) == ["misc \"Israeli\" [4,11)"])
    }

    @Test func theRulesLearnFromClaims() throws {
        #expect(
            try mentions("A man, Zwo Qxz, sang. But Qxz left.", ("Zwo Qxz", .person, nil)) == [
                "person \"Zwo Qxz\" [7,14)", "person \"Zwo Qxz\" [26,29)",
            ])
    }

    @Test func oddEndsAreTakenAsTheyAre() throws {
        // Inside a word, over a line's end, with the possessive.
        #expect(try mentions("superBaku", ("Baku", .place, nil)) == ["place \"Baku\" [5,9)"])
        #expect(try mentions("New\n  Zork rose.", ("New\n  Zork", .misc, nil)) == ["misc \"New Zork\" [0,10)"])
    }

    @Test func ofClaimsThatOverlapTheFirstStays() throws {
        #expect(
            try mentions(
                "ab cd ef gh", ("cd ef", .misc, "x"), ("ab cd", .misc, "y"), ("ef", .person, "z"), ("ab", .misc, "w"))
                == ["misc \"y\" [0,5)", "person \"z\" [6,8)"])
    }
}
