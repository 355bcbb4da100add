/// Reduces the marks inside a Markdown paragraph to text, in time proportional to its length.
enum MarkdownInline {
    /// Links keep their text, images and footnote marks go, emphasis and code marks go, escapes and entities are
    /// resolved, tags are dropped.
    static func text(of paragraph: [UInt8]) -> String {
        let skips = skippedRanges(paragraph)
        var output: [UInt8] = []
        output.reserveCapacity(paragraph.count)
        var skip = skips[...]
        var index = 0
        while index < paragraph.count {
            while let next = skip.first, next.lowerBound < index { skip.removeFirst() }
            if let next = skip.first, next.lowerBound == index {
                index = next.upperBound
                continue
            }
            let byte = paragraph[index]
            switch byte {
            case UInt8(ascii: "\\") where index + 1 < paragraph.count && isPunctuation(paragraph[index + 1]):
                output.append(paragraph[index + 1])
                index += 2
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
                let end = runEnd(paragraph, index)
                if !isMark(paragraph, index..<end) { output.append(contentsOf: paragraph[index..<end]) }
                index = end
            case UInt8(ascii: "<"):
                index = addTag(paragraph, index, to: &output)
            case UInt8(ascii: "&"):
                index = HTMLEntities.decode(paragraph, at: index, into: &output)
            default:
                output.append(byte)
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The parts of links that are not text, ascending: brackets with what follows them, whole images, footnote marks.
    private static func skippedRanges(_ text: [UInt8]) -> [Range<Int>] {
        var open: [Int] = []
        var skips: [Range<Int>] = []
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): open.append(index)
            case UInt8(ascii: "]"):
                guard let start = open.popLast() else { break }
                let isImage = start > 0 && text[start - 1] == UInt8(ascii: "!")
                let isFootnote = text[start + 1] == UInt8(ascii: "^")
                if let end = destinationEnd(text, after: index) {
                    skips += isImage ? [start - 1..<end] : [start..<start + 1, index..<end]
                    index = end - 1
                } else if isFootnote {
                    skips.append(start..<index + 1)
                }
            default: break
            }
            index += 1
        }
        return skips.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The end of `(address "title")` or `[name]` right after the closing bracket at `bracket`.
    private static func destinationEnd(_ text: [UInt8], after bracket: Int) -> Int? {
        guard bracket + 1 < text.count else { return nil }
        let open = text[bracket + 1]
        guard open == UInt8(ascii: "(") || open == UInt8(ascii: "[") else { return nil }
        let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var depth = 0
        for index in (bracket + 1)..<text.count {
            switch text[index] {
            case open: depth += 1
            case close: depth -= 1
            case UInt8(ascii: "["): return nil
            default: break
            }
            if depth == 0 { return index + 1 }
            if depth > 4 { return nil }
        }
        return nil
    }

    private static func runEnd(_ text: [UInt8], _ start: Int) -> Int {
        var end = start
        while end < text.count, text[end] == text[start] { end += 1 }
        return end
    }

    /// Whether a run of `*`, `_`, `~` or backquotes marks up the word beside it. It does not between spaces, `_` not
    /// inside a word, and a lone `~` never.
    private static func isMark(_ text: [UInt8], _ run: Range<Int>) -> Bool {
        let before = run.lowerBound > 0 ? text[run.lowerBound - 1] : 0x20
        let after = run.upperBound < text.count ? text[run.upperBound] : 0x20
        switch text[run.lowerBound] {
        case UInt8(ascii: "_"): return isWordByte(before) != isWordByte(after)
        case UInt8(ascii: "~") where run.count == 1: return false
        default: return before > 0x20 || after > 0x20
        }
    }

    /// Drops the tag at `index`, keeps the address of `<https://…>`, and a `<` that opens neither.
    private static func addTag(_ text: [UInt8], _ index: Int, to output: inout [UInt8]) -> Int {
        let longest = 1_000
        let inside = text[(index + 1)...].prefix(longest).prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") }
        let isClosed = inside.endIndex < text.count && text[inside.endIndex] == UInt8(ascii: ">")
        guard isClosed, let first = inside.first, first == UInt8(ascii: "/") || isWordByte(first) else {
            output.append(UInt8(ascii: "<"))
            return index + 1
        }
        let name = inside.prefix { $0 != 0x20 }
        if name.contains(UInt8(ascii: ":")) || name.contains(UInt8(ascii: "@")) { output.append(contentsOf: inside) }
        return inside.endIndex + 1
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !isWordByte(byte)
    }
}
