/// Reads what stands between two words.
enum GapReader {
    /// A line at least this long was wrapped, so a name may go on over its end; a shorter one is a heading or an item.
    static let wrappedLine = 40

    private struct Seen {
        var spaces = 0
        var newlines = 0
        var marks = 0
        /// The one mark, when there is only one.
        var mark = Gap.other
        var opening = false

        mutating func add(_ gap: Gap, opening: Bool = false) {
            marks += 1
            mark = gap
            self.opening = self.opening || opening
        }
    }

    /// The gap `bytes[start..<end]` after `previous`. `lineStart` is where the line begins that `start` is on; it is
    /// moved on to the line of `end`.
    static func read(
        _ bytes: Span<UInt8>, from start: Int, to end: Int, previous: Word, lineStart: inout Int
    ) -> (gap: Gap, opensSentence: Bool) {
        guard start < end else { return (.other, false) }
        // Nearly always one blank.
        if end - start == 1, bytes[start] == UInt8(ascii: " ") { return (.space, false) }
        var seen = Seen()
        var wrapped = false
        var index = start
        if bytes[start] == UInt8(ascii: "."), previous.shape == .initials || previous.traits.contains(.abbreviation) {
            index += 1
        }
        while index < end {
            if bytes[index] == UInt8(ascii: "\n") {
                wrapped = index - lineStart >= wrappedLine
                lineStart = index + 1
            }
            count(UTF8Decoding.scalar(bytes, &index, limit: end), &seen)
        }
        let opens = seen.opening || seen.newlines > (wrapped ? 1 : 0)
        if opens || seen.marks > 1 { return (.other, opens) }
        if seen.marks == 0 { return (.space, false) }
        return (seen.mark == .hyphen && seen.spaces + seen.newlines > 0 ? .other : seen.mark, false)
    }

    private static func count(_ scalar: Unicode.Scalar, _ seen: inout Seen) {
        switch scalar {
        case " ", "\t", "\u{A0}", "\u{202F}", "\u{2009}": seen.spaces += 1
        case "\n": seen.newlines += 1
        case "\r": break
        case "-", "\u{2010}", "\u{2011}": seen.add(.hyphen)
        case ",": seen.add(.comma)
        case "&": seen.add(.ampersand)
        case "(": seen.add(.parenthesis)
        case ".", "!", "?", ":", ";", "…", "•", "*", "#", "\"", "“", "‘", "«", "„": seen.add(.other, opening: true)
        default: seen.add(.other)
        }
    }
}
