/// How a Unicode scalar takes part in words.
enum ScalarClass: UInt8 {
    /// Anything that ends a word, unless `TokenScanner` knows better (`.`, `,`, `&`).
    case separator
    case letter
    case digit
    /// Marks and invisible joiners: they stay in a word and never start one.
    case extend
    /// Joins two letters.
    case apostrophe
    /// A character of a script written without spaces between words.
    case ideograph

    /// The class of a scalar value.
    @inline(__always)
    static func of(_ value: UInt32) -> ScalarClass {
        if value < 0x80 { return ascii(UInt8(truncatingIfNeeded: value)) }
        if value < 0x2000 { return low[Int(value)] }
        return high(value)
    }

    @inline(__always)
    static func ascii(_ byte: UInt8) -> ScalarClass {
        if (byte | 0x20) &- 0x61 < 26 { return .letter }
        if byte &- 0x30 < 10 { return .digit }
        return byte == 0x27 ? .apostrophe : .separator
    }

    /// Classes of U+0000 … U+1FFF, which hold the alphabetic scripts.
    private static let low: [ScalarClass] = (0..<0x2000).map(classify)

    /// Classes from U+2000 on: the blocks that fill real texts first, without a look into the Unicode tables.
    private static func high(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0x2018, 0x2019, 0xFF07: .apostrophe
        case 0x200C, 0x200D, 0x2060: .extend
        case 0x2000..<0x2070: .separator
        case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0x20000..<0x323B0: .ideograph
        default: classify(value)
        }
    }

    private static func classify(_ value: UInt32) -> ScalarClass {
        guard let scalar = Unicode.Scalar(value) else { return .separator }
        switch value {
        case 0x27, 0x2BB, 0x2BC: return .apostrophe
        case 0xAD, 0x640: return .extend
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .extend
        case .decimalNumber, .otherNumber: return isIdeographic(value) ? .separator : .digit
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return isIdeographic(value) ? .ideograph : .letter
        default: return .separator
        }
    }

    /// Whether the scalar stands in a block of Han, Hiragana, Katakana, Bopomofo or Hangul.
    private static func isIdeographic(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100..<0x1200, 0x2E80..<0xA000, 0xA960..<0xA980, 0xAC00..<0xD800, 0xF900..<0xFB00, 0xFF66..<0xFFDD,
            0x16FE0..<0x18D80, 0x1AFF0..<0x1B300, 0x20000..<0x33480:
            true
        default: false
        }
    }
}
