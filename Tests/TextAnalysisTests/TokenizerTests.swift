import Testing
import TextAnalysis

struct TokenizerTests {
    /// Tokens as `text/position`, with `#` after numbers; pairs of ideographs in brackets.
    static func printed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return Tokenizer.tokens(in: text).map { token in
            let word = String(decoding: bytes[token.range], as: UTF8.self)
            switch token.kind {
            case .word: return "\(word)/\(token.position)"
            case .number: return "\(word)/\(token.position)#"
            case .ideograph: return "\(word)/\(token.position)^"
            case .ideographPair: return "[\(word)]/\(token.position)"
            }
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ("", ""),
        ("The end.", "The/0 end/1"),
        ("Saudi-led", "Saudi/0 led/1"),
        ("state_of #tag @name $5 9%", "state/0 of/1 tag/2 name/3 5/4# 9/5#"),
        ("naïve e\u{301}tat Łódź", "naïve/0 e\u{301}tat/1 Łódź/2"),
        ("co\u{AD}operate", "co\u{AD}operate/0"),
        ("ภาษาไทย ок", "ภาษาไทย/0 ок/1"),
        ("नमस्ते दुनिया", "नमस्ते/0 दुनिया/1"),
        ("👩‍👩‍👧 family", "family/0"),
        ("H₂O at 5½ m²", "H₂O/0 at/1 5½/2# m²/3"),
    ])
    func words(text: String, expected: String) {
        #expect(Self.printed(text) == expected)
    }

    @Test(arguments: [
        ("o'clock Trump’s", "o'clock/0 Trump’s/1"),
        ("'quoted' ‘word’", "quoted/0 word/1"),
        ("the dogs' bowls", "the/0 dogs/1 bowls/2"),
        ("rock 'n' roll", "rock/0 n/1 roll/2"),
        ("Hawaiʻi d’Ivoire", "Hawaiʻi/0 d’Ivoire/1"),
        ("1990's 5'10", "1990's/0 5/1# 10/2#"),
    ])
    func apostrophes(text: String, expected: String) {
        #expect(Self.printed(text) == expected)
    }

    @Test(arguments: [
        ("U.S. and U.N., U.S.-led", "U.S./0 and/1 U.N./2 U.S./3 led/4"),
        ("the U.S. The", "the/0 U.S./1 The/2"),
        ("5 p.m.The", "5/0# p.m./1 The/2"),
        ("U.S", "U.S/0"),
        ("the U.S.'s plan", "the/0 U.S.'s/1 plan/2"),
        ("J. Smith, J.D. Vance", "J/0 Smith/1 J.D./2 Vance/3"),
        ("accords.The b.com", "accords/0 The/1 b/2 com/3"),
        ("Ph.D. e.g.", "Ph/0 D/1 e.g./2"),
        ("С.Ш.А.", "С.Ш.А./0"),
    ])
    func acronyms(text: String, expected: String) {
        #expect(Self.printed(text) == expected)
    }

    @Test(arguments: [
        ("3.65 60,000 1,234,567.89", "3.65/0# 60,000/1# 1,234,567.89/2#"),
        ("1,2,3", "1/0# 2/1# 3/2#"),
        ("2025,100", "2025/0# 100/1#"),
        ("1,0000", "1/0# 0000/1#"),
        ("192.168.0.1", "192.168.0.1/0#"),
        ("in 2024. Then", "in/0 2024/1# Then/2"),
        ("5th 3.5bn F-16", "5th/0 3.5bn/1 F/2 16/3#"),
        ("1,000th", "1,000th/0"),
        ("COVID19,200", "COVID19/0 200/1#"),
    ])
    func numbers(text: String, expected: String) {
        #expect(Self.printed(text) == expected)
    }

    @Test(arguments: [
        ("AT&T R&D S&P 500", "AT&T/0 R&D/1 S&P/2 500/3#"),
        ("at&t's", "at&t's/0"),
        ("you&me cats&dogs", "you/0 me/1 cats/2 dogs/3"),
        ("Smith&Co A&Bcd", "Smith/0 Co/1 A/2 Bcd/3"),
        ("A & B", "A/0 B/1"),
    ])
    func ampersands(text: String, expected: String) {
        #expect(Self.printed(text) == expected)
    }

    @Test(arguments: [
        ("中国人", "中/0^ [中国]/0 国/1^ [国人]/1 人/2^"),
        ("中", "中/0^"),
        ("中, 国", "中/0^ 国/1^"),
        ("2025年8月", "2025/0# 年/1^ 8/2# 月/3^"),
        ("カ\u{3099}東", "カ\u{3099}/0^ [カ\u{3099}東]/0 東/1^"),
        ("서울 Seoul", "서/0^ [서울]/0 울/1^ Seoul/2"),
    ])
    func ideographs(text: String, expected: String) {
        #expect(Self.printed(text) == expected)
    }

    @Test func invalidBytesSeparate() {
        let bytes: [UInt8] =
            Array("ab".utf8) + [0xFF] + Array("cd".utf8) + [0xC3] + Array("e".utf8) + [0xED, 0xA0, 0x80]
        #expect(Tokenizer.tokens(in: bytes.span).map(\.range) == [0..<2, 3..<5, 6..<7])
    }
}
