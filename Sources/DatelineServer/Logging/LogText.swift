/// Texts as they stand in a line of the log.
enum LogText {
    /// A value after `=`: as it is, or in quotes with `"`, `\` and control characters escaped when it would not be read
    /// back as one word.
    static func value(_ text: String) -> String {
        let isWord = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !special.contains($0) }
        return isWord ? text : quoted(text)
    }

    /// A message: as it is, or in quotes when it holds what would look like a key and a value.
    static func message(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !special.contains($0) }
        return isPlain ? text : quoted(text)
    }

    private static let special = Array("=\"\\".utf8)

    private static func quoted(_ text: String) -> String {
        var line = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": line += "\\\(scalar)"
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}":
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line + "\""
    }
}
