/// The form under which spellings of one word are equal: lower case, no accents, straight apostrophes, ligatures and
/// full-width forms written out.
package enum Folding {
    /// Appends the folded form of `text[range]`, which is a token: in an acronym the dots are dropped (`U.S.` gives
    /// `us`), in a number the thousands commas (`60,000` gives `60000`).
    ///
    /// Folding twice gives the same as folding once. Bytes that are not UTF-8 are dropped. A range that reaches beyond
    /// the text is cut.
    package static func fold(_ text: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) {
        let start = output.count
        let end = min(range.upperBound, text.count)
        var index = max(range.lowerBound, 0)
        var afterDigit = false
        while index < end {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    output.append(byte | 0x20)
                    afterDigit = false
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    output.append(byte)
                    afterDigit = true
                case UInt8(ascii: "."):
                    if afterDigit { output.append(byte) }
                case UInt8(ascii: ","):
                    break
                default:
                    output.append(byte)
                    afterDigit = false
                }
            } else {
                let (value, length) = text.scalar(at: index)
                index += length
                guard length > 1, index <= end else { continue }
                if recompose(value, output: &output, from: start) { continue }
                FoldingTable.shared.append(value, to: &output)
                let kind = ScalarClass.of(value)
                if kind != .extend { afterDigit = kind == .digit }
            }
        }
    }

    /// A whole string folded, for names and values: its words with single spaces between them.
    ///
    /// Punctuation is dropped at the edges and where a space separates (`St. Petersburg` gives `st petersburg`), and
    /// kept between words written together (`Ocasio-Cortez` gives `ocasio-cortez`). A string without any word keeps its
    /// characters, in lower case, so that two such values do not become equal.
    package static func folded(_ text: String) -> String {
        let bytes = text.utf8.span
        var output: [UInt8] = []
        var previousEnd: Int?
        for token in Tokenizer.tokens(in: bytes) where token.kind != .ideographPair {
            if let previousEnd {
                let gap = bytes.extracting(previousEnd..<Int(token.start))
                if gap.containsWhitespace {
                    output.append(UInt8(ascii: " "))
                } else {
                    for index in gap.indices { output.append(gap[index]) }
                }
            }
            fold(bytes, token.range, into: &output)
            previousEnd = Int(token.end)
        }
        if output.isEmpty {
            return text.lowercased().unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(
                separator: " ")
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Puts the mark of a Cyrillic letter that is not an accented one (`й`, `ї`, `ў`) back on the last letter of
    /// `output`, so that decomposed text folds as composed text does.
    private static func recompose(_ mark: UInt32, output: inout [UInt8], from start: Int) -> Bool {
        guard mark == 0x306 || mark == 0x308, output.count >= start + 2 else { return false }
        let last = output.count - 1
        switch (output[last - 1], output[last], mark) {
        case (0xD0, 0xB8, 0x306): output[last] = 0xB9
        case (0xD1, 0x83, 0x306): output[last] = 0x9E
        case (0xD1, 0x96, 0x308): output[last] = 0x97
        default: return false
        }
        return true
    }
}

extension Span<UInt8> {
    /// Whether a space, a line end or another white scalar stands in the bytes.
    fileprivate var containsWhitespace: Bool {
        var index = 0
        while index < count {
            let (value, length) = scalar(at: index)
            if Unicode.Scalar(value)?.properties.isWhitespace == true { return true }
            index += length
        }
        return false
    }
}
