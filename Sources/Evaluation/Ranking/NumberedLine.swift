/// A line of a text file.
struct NumberedLine {
    /// From 1.
    var number: Int
    /// The line without its end.
    var text: Substring

    /// The lines that hold something. Only a line feed ends a line, with or without a carriage return before it: the
    /// other characters that Unicode counts as ends of lines may stand in a query.
    static func all(of contents: String) -> [NumberedLine] {
        var lines: [NumberedLine] = []
        var number = 0
        let bytes = contents.hasPrefix("\u{FEFF}") ? contents.utf8.dropFirst(3) : contents.utf8[...]
        for var line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            let text = Substring(line)
            if text.contains(where: { !$0.isWhitespace }) { lines.append(NumberedLine(number: number, text: text)) }
        }
        return lines
    }
}
