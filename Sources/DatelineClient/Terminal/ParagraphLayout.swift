import DatelineAPI

/// Wraps a text to a width, makes it safe, and puts ranges of it in bold.
struct ParagraphLayout {
    let style: TextStyle
    let indent: String

    /// Lines without line ends. Breaks at spaces and, where a word is wider than a line, inside it.
    ///
    /// `highlights` are ranges of UTF-8 offsets in `text`, ascending.
    func lines(_ text: String, highlights: [ByteRange] = []) -> [String] {
        let room = max(style.width - indent.count, 10)
        return text.utf8.isEmpty ? [] : breaks(text, room: room).map { line(text, $0, highlights) }
    }

    /// What is not broken: a word, a piece of one that is wider than a line, or a single wide character.
    private struct Word {
        var range: Range<Int>
        var width: Int
        var startsParagraph: Bool
    }

    /// Ranges of UTF-8 offsets, one a line, without the spaces where the lines were broken.
    private func breaks(_ text: String, room: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var lineWidth = 0
        for word in words(of: text, room: room) {
            if let line = lines.last, !word.startsParagraph {
                let width = lineWidth + (word.range.lowerBound - line.upperBound) + word.width
                if width <= room {
                    lines[lines.count - 1] = line.lowerBound..<word.range.upperBound
                    lineWidth = width
                    continue
                }
            }
            lines.append(word.range)
            lineWidth = word.width
        }
        return lines
    }

    private func words(of text: String, room: Int) -> [Word] {
        var words: [Word] = []
        var isInside = false
        var startsParagraph = false
        var offset = 0
        for scalar in text.unicodeScalars {
            let range = offset..<(offset + UTF8.width(scalar))
            offset = range.upperBound
            if scalar == " " || scalar == "\t" || scalar == "\n" {
                startsParagraph = startsParagraph || scalar == "\n"
                isInside = false
                continue
            }
            let width = TerminalText.width(scalar)
            if isInside, let word = words.last, width < 2, word.width + width <= room {
                words[words.count - 1].range = word.range.lowerBound..<offset
                words[words.count - 1].width += width
            } else {
                words.append(Word(range: range, width: width, startsParagraph: startsParagraph))
                startsParagraph = false
                isInside = true
            }
        }
        return words
    }

    private func line(_ text: String, _ range: Range<Int>, _ highlights: [ByteRange]) -> String {
        var line = indent
        var isBold = false
        var offset = range.lowerBound
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.utf8.index(start, offsetBy: range.count)
        for scalar in text.unicodeScalars[start..<end] {
            let wanted = style.bold && highlights.contains { $0.start <= offset && offset < $0.end }
            if wanted != isBold { line += wanted ? TextStyle.boldOn : TextStyle.boldOff }
            isBold = wanted
            line.unicodeScalars.append(TerminalText.safe(scalar))
            offset += UTF8.width(scalar)
        }
        return isBold ? line + TextStyle.boldOff : line
    }
}
