import Entities
import TestSupport
import Testing
import TextAnalysis

/// What holds for every text.
@Test func mentionsAreInOrderInBoundsAndOnTokens() throws {
    let recognizer = EntityRecognizer(gazetteer: try gazetteer.get(), model: try model.get())
    let parts =
        try gazetteer.get().names.prefix(4000) + [
            "said", "of", "the", "and", "for", ",", ", ", ". ", ".", "-", " - ", "\n", "\n\n", " (", ")", "“", "”",
            "’s", "'s", "&",
            "Jr.", "III", "J.", "U.S.", "bin", "al-", "von der", "Mr.", "president", "PRESIDENT", "University", "River",
            "Lake", "é",
            "Ünal", "東京", "İstanbul", "\u{301}", "\u{0}", "1,000", "Zyx",
        ]
    var random = SplitMix(seed: 42)
    for round in 0..<3000 {
        var text = ""
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            text += parts[Int.random(in: 0..<parts.count, using: &random)]
            if Bool.random(using: &random) { text += " " }
        }
        if round % 7 == 0 { text = text.uppercased() }
        let tokens = Tokenizer.tokens(in: text)
        let title = round % 3 == 0 ? String(text.suffix(20)) : nil
        let starts = Set(tokens.map(\.range.lowerBound))
        let ends = Set(tokens.flatMap { [$0.range.upperBound, $0.range.upperBound - 2, $0.range.upperBound - 4] })
        var end = 0
        for mention in recognizer.mentions(in: text, tokens: tokens, title: title) {
            #expect(mention.range.lowerBound >= end && mention.range.upperBound <= text.utf8.count, "\(text)")
            #expect(!mention.range.isEmpty && !mention.name.isEmpty, "\(text)")
            #expect(starts.contains(mention.range.lowerBound) && ends.contains(mention.range.upperBound), "\(text)")
            end = mention.range.upperBound
        }
    }
}

@Test func tokensOfAnotherTextAreHarmless() throws {
    let recognizer = EntityRecognizer(gazetteer: try gazetteer.get(), model: try model.get())
    let tokens = Tokenizer.tokens(in: "Steve Witkoff traveled to Baku")
    #expect(recognizer.mentions(in: "Baku", tokens: tokens, title: nil).isEmpty)
    let backwards = [
        Token(start: 5, end: 2, position: 0, kind: .word), Token(start: -1, end: 2, position: 0, kind: .word),
    ]
    #expect(recognizer.mentions(in: "Steve Witkoff", tokens: backwards, title: nil).isEmpty)
    #expect(recognizer.mentions(in: "Steve Witkoff", tokens: tokens.reversed(), title: nil).isEmpty)
    let text = "Steve Witkoff traveled to Baku"
    #expect(recognizer.mentions(in: text, tokens: tokens.reversed(), title: nil).isEmpty)
}

/// Each of these would take very long if the search for a name ran on to the end of the text.
@Test(arguments: [
    "President Trump Smith University of ", "J. ", "Donald J. ", "President ", "Smith-", "van ", "Lake & ",
])
func longRunsEnd(_ part: String) throws {
    let text = String(repeating: part, count: 50_000) + ". Baku"
    #expect(try mentions(text).last?.name == "Baku")
}
