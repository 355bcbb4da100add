import DatelineAPI
import TestSupport
import Testing

@testable import DatelineClient

@Suite struct TerminalTests {
    @Test func widths() {
        #expect(TerminalText.width("abc") == 3)
        #expect(TerminalText.width("日本語") == 6)
        #expect(TerminalText.width("e\u{301}\u{200d}") == 1)
        #expect(TerminalText.width("🙂") == 2)
    }

    @Test func safety() {
        #expect(TerminalText.safe("plain ✓ Ünïcode") == "plain ✓ Ünïcode")
        #expect(TerminalText.safe("a\u{1b}[1mb\nc\td\u{85}\u{2067}") == "a\u{FFFD}[1mb c d\u{FFFD}\u{FFFD}")
        #expect(TerminalText.safe("b\nc\td", keepingLines: true) == "b\nc\td")
    }

    private func lines(_ text: String, _ width: Int) -> [String] {
        ParagraphLayout(style: TextStyle(width: width), indent: "").lines(text)
    }

    @Test func wrapping() {
        #expect(lines("aaaa bbbb cccc dddd", 10) == ["aaaa bbbb", "cccc dddd"])
        #expect(lines("aaaaabbbbb cc", 10) == ["aaaaabbbbb", "cc"])
        #expect(lines("aaaaaaaaaabbb cc", 10) == ["aaaaaaaaaa", "bbb cc"])
        #expect(lines("a\n\n b  \nc", 10) == ["a", "b", "c"])
        #expect(lines("日本語日本語", 10) == ["日本語日本", "語"])
        #expect(lines("", 10) == [])
        #expect(lines("  ", 10) == [])
    }

    /// No line is too wide, and nothing but spaces is lost.
    @Test func wrappingLosesNothing() {
        var random = SplitMix(seed: 2)
        let alphabet = ["a", "bb", " ", "  ", "\n", "中", "é", "e\u{301}"]
        for _ in 0..<500 {
            let text = (0..<60).compactMap { _ in alphabet.randomElement(using: &random) }.joined()
            let width = Int.random(in: 10...30, using: &random)
            let wrapped = lines(text, width)
            #expect(wrapped.allSatisfy { TerminalText.width($0) <= width })
            let blank: Set<Unicode.Scalar> = [" ", "\n"]
            #expect(
                wrapped.joined().unicodeScalars.filter { !blank.contains($0) }
                    .elementsEqual(text.unicodeScalars.filter { !blank.contains($0) }))
        }
    }
}
