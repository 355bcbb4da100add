import TestSupport
import Testing
import TextAnalysis

struct SentencesTests {
    static func printed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return Sentences.ranges(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }.joined(
            separator: "|")
    }

    @Test(arguments: [
        ("", ""),
        ("One. Two! Three? Four", "One. |Two! |Three? |Four"),
        ("He said “Yes.” Then he left.", "He said “Yes.” |Then he left."),
        ("(It rained.) We left.", "(It rained.) |We left."),
        ("“What?” he asked. No.", "“What?” he asked. |No."),
        ("Wait… what? Wait… What?", "Wait… what? |Wait… |What?"),
        ("Mr. Trump met Sen. J. D. Vance and Dr. Lee.", "Mr. Trump met Sen. J. D. Vance and Dr. Lee."),
        ("Acme Inc. rose. Acme Inc. The firm", "Acme Inc. rose. |Acme Inc. |The firm"),
        ("At 5 p.m. Monday. At 5 p.m. The vote", "At 5 p.m. Monday. |At 5 p.m. |The vote"),
        ("the U.S. President. In the U.S. But", "the U.S. President. |In the U.S. |But"),
        ("It is No. 1. He said No. Then", "It is No. 1. |He said No. |Then"),
        ("on Aug. 2 in St. Louis vs. Miami", "on Aug. 2 in St. Louis vs. Miami"),
        ("“Mr. Lee left.” C’était lui, él. Non.", "“Mr. Lee left.” |C’était lui, él. |Non."),
        ("It cost 3.65. Prices fell.", "It cost 3.65. |Prices fell."),
        ("Title\n\nText goes\non. End", "Title\n\n|Text goes\non. |End"),
        ("東京。大阪。「京都。」奈良", "東京。|大阪。|「京都。」|奈良"),
        ("......", "......"),
    ])
    func sentences(text: String, expected: String) {
        #expect(Self.printed(text) == expected)
    }

    @Test func sentencesCoverAnyBytes() {
        var generator = SplitMix(seed: 6)
        for _ in 0..<20_000 {
            let bytes = RandomText.bytes(40, using: &generator) + Array(". \n\n?".utf8.shuffled(using: &generator))
            var end = 0
            for range in Sentences.ranges(in: bytes.span) {
                #expect(range.lowerBound == end && !range.isEmpty, "\(bytes)")
                end = range.upperBound
            }
            #expect(end == bytes.count, "\(bytes)")
        }
    }

    @Test func longRunsOfMarksTakeLinearTime() {
        // A quadratic scan would not come to an end here.
        let marks = [UInt8](repeating: 0x2E, count: 2_000_000) + Array("x.y".utf8)
        #expect(Sentences.ranges(in: marks.span).count == 1)
    }
}
