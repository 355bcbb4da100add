/// Splits Markdown into blocks and reduces each to its text.
struct MarkdownBlocks {
    /// The texts of headings, paragraphs, list items and code, in order, none empty.
    var blocks: [String] = []
    /// The index of the first heading of the first level.
    private(set) var heading: Int?

    /// Lines of the paragraph under way, which reduces as a whole since a link may go on over a line end.
    private var paragraph: [UInt8] = []
    /// The mark that ends the code block under way.
    private var fence: UInt8?

    /// Appends the blocks of a Markdown text with `\n` line ends.
    mutating func read(_ text: [UInt8]) {
        let text = Self.withoutComments(text)
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) { add(line) }
        flush()
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        let indented = line.drop { $0 == 0x20 || $0 == 0x09 }
        if let mark = indented.first, mark == 0x60 || mark == 0x7E, indented.prefix(while: { $0 == mark }).count >= 3,
            fence == nil || fence == mark
        {
            flush()
            fence = fence == nil ? mark : nil
        } else if fence != nil {
            append(line)
        } else {
            addText(indented.drop { $0 == 0x3E || $0 == 0x20 })
        }
    }

    private mutating func addText(_ line: ArraySlice<UInt8>) {
        guard let first = line.first else { return flush() }
        let run = line.prefix { $0 == first }.count
        let rest = line.dropFirst(run)
        switch first {
        case UInt8(ascii: "#") where run <= 6 && (rest.first == 0x20 || rest.first == 0x09):
            flush()
            append(rest.trimmed { $0 == 0x20 || $0 == 0x09 || $0 == 0x23 })
            flush(asHeading: run == 1)
        case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
            let marks = line.count { $0 == first }
            if line.allSatisfy({ $0 == first || $0 == 0x20 }), marks >= 3 || first == UInt8(ascii: "=") {
                // A line of marks makes a heading of the paragraph above it, or else is a rule.
                flush(asHeading: first == UInt8(ascii: "="))
            } else if run == 1, rest.first == 0x20, first != UInt8(ascii: "="), first != UInt8(ascii: "_") {
                addItem(rest)
            } else {
                append(line)
            }
        case UInt8(ascii: "+") where rest.first == 0x20:
            addItem(rest)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = line.prefix { $0 &- 0x30 < 10 }.count
            let mark = line.dropFirst(digits)
            let isItem = digits <= 9 && (mark.first == 0x2E || mark.first == 0x29) && mark.dropFirst().first == 0x20
            if isItem { addItem(mark.dropFirst()) } else { append(line) }
        case UInt8(ascii: "|"):
            addRow(line)
        case UInt8(ascii: "["):
            addDefinition(line)
        default:
            append(line)
        }
    }

    /// One list item, without its mark or check box.
    private mutating func addItem(_ text: ArraySlice<UInt8>) {
        flush()
        let text = text.drop { $0 == 0x20 }
        let isBox = text.count > 3 && text.first == 0x5B && text.dropFirst(2).starts(with: [0x5D, 0x20])
        append(isBox ? text.dropFirst(4) : text)
    }

    /// One table row, its cells set apart by spaces; the row of dashes is dropped.
    private mutating func addRow(_ line: ArraySlice<UInt8>) {
        if line.allSatisfy({ $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }) { return }
        for cell in line.split(separator: 0x7C) {
            append(cell.trimmed { $0 == 0x20 }, after: cell.startIndex == line.startIndex + 1 ? 0x0A : 0x20)
        }
    }

    /// `[^1]: text` is kept as text, `[name]: address` dropped; other lines that begin with a bracket are text.
    private mutating func addDefinition(_ line: ArraySlice<UInt8>) {
        guard let end = line.firstIndex(of: 0x5D), line[end...].dropFirst().first == UInt8(ascii: ":") else {
            return append(line)
        }
        let text = line[end...].dropFirst(2).drop { $0 == 0x20 }
        if line.dropFirst().first == UInt8(ascii: "^") {
            flush()
            append(text)
            return
        }
        // Behind an address only a title in quotes or parentheses may follow.
        let title = text.drop { $0 != 0x20 }.drop { $0 == 0x20 }.first
        if title == nil || title == 0x22 || title == 0x27 || title == 0x28 { flush() } else { append(line) }
    }

    private mutating func append(_ line: ArraySlice<UInt8>, after separator: UInt8 = 0x0A) {
        if !paragraph.isEmpty { paragraph.append(separator) }
        paragraph.append(contentsOf: line)
    }

    private mutating func flush(asHeading: Bool = false) {
        let text = fence == nil ? MarkdownInline.text(of: paragraph) : String(decoding: paragraph, as: UTF8.self)
        paragraph.removeAll()
        let block = text.trimmed()
        if block.isEmpty { return }
        if asHeading, heading == nil { heading = blocks.count }
        blocks.append(block)
    }

    /// The text without `<!-- … -->`; an open comment reaches to the end.
    private static func withoutComments(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "<"), text[index...].starts(with: "<!--".utf8) {
                index += 4
                while index < text.count, !text[index...].starts(with: "-->".utf8) { index += 1 }
                index += 3
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }
}

extension ArraySlice<UInt8> {
    /// The slice without the bytes at both ends that satisfy the predicate.
    fileprivate func trimmed(_ isDropped: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = drop(while: isDropped)
        guard let last = start.lastIndex(where: { !isDropped($0) }) else { return start.prefix(0) }
        return start[...last]
    }
}
