/// Makes text from outside safe to print, and knows how wide it is.
package enum TerminalText {
    /// The text with control characters (C0, DEL, C1) and bidirectional overrides and isolates as U+FFFD; line ends and
    /// tabs become spaces unless they are kept.
    ///
    /// An article could otherwise move the cursor, rename the window, or make text read differently from what it is.
    package static func safe(_ text: String, keepingLines: Bool = false) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7f }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(safe(scalar, keepingLines: keepingLines))
        }
        return String(result)
    }

    static func safe(_ scalar: Unicode.Scalar, keepingLines: Bool = false) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0a: keepingLines ? scalar : " "
        case 0x0d: " "
        case 0x00...0x1f, 0x7f...0x9f, 0x202a...0x202e, 0x2066...0x2069: "\u{FFFD}"
        default: scalar
        }
    }

    /// How many columns the text takes on a terminal.
    package static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// Columns of one scalar: 2 for East Asian wide characters and emoji, 0 for marks and invisible ones, else 1.
    ///
    /// The ranges are the blocks of Unicode's EastAsianWidth.txt that are wide throughout; a table of each single
    /// character would only matter for a ragged right margin.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else { return 1 }
        switch scalar.value {
        case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
            0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6,
            0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }
}
