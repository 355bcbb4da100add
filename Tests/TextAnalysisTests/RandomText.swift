import TestSupport

/// Texts and bytes that try the rules of words: pieces where rules meet, and any bytes at all.
enum RandomText {
    private static let pieces: [String] = [
        "a", "B", "é", "e\u{301}", "ß", "ﬁ", "Æ", "İ", "ı", "Ё", "й", "и\u{306}", "і\u{308}", "ς", "Ⱥ", "\u{212A}", "Ａ",
        "５",
        "1", "22", "333", "4444", "²", "½", "٣", ".", ",", "&", "'", "’", "ʼ", "-", " ", "\n", "\u{A0}", "\u{AD}",
        "\u{200D}",
        "\u{301}", "ـ", "中", "国", "カ", "ﾞ", "한", "ไทย", "नि", "🎉", "\u{FFFD}", "U.S.", "AT&T", "x", "the", "_", "\u{0}",
    ]

    /// A string of up to `count` pieces.
    static func string(_ count: Int, using generator: inout SplitMix) -> String {
        (0..<Int.random(in: 0...count, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
            .joined()
    }

    /// Up to `count` bytes, among them many that begin or continue a scalar.
    static func bytes(_ count: Int, using generator: inout SplitMix) -> [UInt8] {
        let lively: [UInt8] = [
            0x2E, 0x26, 0x2C, 0x27, 0x41, 0x61, 0x31, 0xC3, 0xA9, 0xE2, 0x80, 0x99, 0xE4, 0xB8, 0xAD, 0xF0, 0x9F,
        ]
        return (0..<Int.random(in: 0...count, using: &generator)).map { _ in
            Bool.random(using: &generator)
                ? UInt8.random(in: .min ... .max, using: &generator) : lively.randomElement(using: &generator)!
        }
    }
}
