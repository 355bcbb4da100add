/// Resolves character references of HTML (`&amp;`, `&#8217;`, `&#x2019;`).
enum HTMLEntities {
    /// Appends what the reference at `index` stands for, or the ampersand alone when there is none, and returns the
    /// index after it.
    ///
    /// Named references need their semicolon, so that `?a=1&copy=2` stays as it is. Numbers from 128 to 159 are read as
    /// Windows-1252, as browsers do.
    static func decode(_ text: [UInt8], at index: Int, into output: inout [UInt8]) -> Int {
        var end = index + 1
        while end < text.count, end - index <= maximumLength, isNameByte(text[end]) { end += 1 }
        let hasSemicolon = end < text.count && text[end] == UInt8(ascii: ";")
        let name = text[(index + 1)..<end]
        let scalar =
            name.first == UInt8(ascii: "#") ? number(name.dropFirst()) : hasSemicolon ? names[Array(name)] : nil
        guard let scalar else {
            output.append(UInt8(ascii: "&"))
            return index + 1
        }
        output.append(contentsOf: String(scalar).utf8)
        return hasSemicolon ? end + 1 : end
    }

    /// The bytes with all references resolved.
    static func decoded(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "&") {
                index = decode(text, at: index, into: &output)
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }

    private static let maximumLength = 12

    private static let names: [[UInt8]: Unicode.Scalar] = {
        var names: [[UInt8]: Unicode.Scalar] = [:]
        let words = table.split(whereSeparator: \.isWhitespace)
        for (name, value) in zip(words[...], words.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(
            \.element)
        {
            names[Array(name.utf8)] = UInt32(value, radix: 16).flatMap(Unicode.Scalar.init)
        }
        return names
    }()

    private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return nil }
        switch value {
        case 0: return "\u{FFFD}"
        case 0xA0: return " "
        case 0x80..<0xA0: return TextDecoding.windows1252(UInt8(value)) ?? "\u{FFFD}"
        default: return Unicode.Scalar(value) ?? "\u{FFFD}"
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "#") || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}
