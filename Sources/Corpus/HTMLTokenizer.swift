/// Cuts HTML into tags and text, tolerantly and in one pass: what no tag can be is text.
struct HTMLTokenizer {
    enum Token: Equatable {
        /// Text between tags, with its references not yet resolved.
        case text(Range<Int>)
        /// A start tag: its name in lower case, and where its attributes stand.
        case start(name: String, attributes: Range<Int>)
        case end(name: String)
        /// An element whose content is no markup (`script`, `style`, `title` …), with that content.
        case raw(name: String, attributes: Range<Int>, content: Range<Int>)
    }

    let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next token; nil at the end.
    mutating func next() -> Token? {
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "<") || !opensMarkup(index + 1) { return text() }
            if let token = markup() { return token }
        }
        return nil
    }

    /// Whether the byte after a `<` makes it markup.
    private func opensMarkup(_ index: Int) -> Bool {
        guard index < bytes.count else { return false }
        switch bytes[index] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "/"): return index + 1 < bytes.count && isLetter(bytes[index + 1])
        default: return isLetter(bytes[index])
        }
    }

    private mutating func text() -> Token {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return .text(start..<index)
    }

    /// The markup at `index`; nil for comments and declarations, which are passed over.
    private mutating func markup() -> Token? {
        if starts(with: "<!--", at: index) {
            skip(past: "-->", from: index + 4)
            return nil
        }
        if starts(with: "<![CDATA[", at: index) { return .text(skip(past: "]]>", from: index + 9)) }
        let next = bytes[index + 1]
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
            skip(past: ">", from: index + 2)
            return nil
        }
        let isEnd = next == UInt8(ascii: "/")
        let nameStart = index + (isEnd ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < bytes.count, isLetter(bytes[nameEnd]) || bytes[nameEnd] &- 0x2D < 14 && bytes[nameEnd] != 0x2F {
            nameEnd += 1
        }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
        let attributes = nameEnd..<tagEnd(from: nameEnd)
        index = min(attributes.upperBound + 1, bytes.count)
        if isEnd { return .end(name: name) }
        guard Self.rawElements.contains(name) else { return .start(name: name, attributes: attributes) }
        let content = skip(past: "</" + name, from: index)
        index = min(tagEnd(from: index) + 1, bytes.count)
        return .raw(name: name, attributes: attributes, content: content)
    }

    /// The index of the `>` that ends a tag, not one in a quoted value. A quote that nothing closes is a plain
    /// character; no other of its kind can follow it, so the search stays linear over all tags.
    private func tagEnd(from start: Int) -> Int {
        var index = start
        var isValueDue = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            index += 1
            if isValueDue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                let close = bytes[index...].firstIndex(of: byte)
            {
                index = close + 1
            }
            isValueDue = byte == UInt8(ascii: "=") || isValueDue && byte <= 0x20
        }
        return index
    }

    /// Moves behind the next occurrence of the letters, which are ASCII and compared without case, or to the end.
    /// Returns what was passed before them.
    @discardableResult
    private mutating func skip(past letters: String, from start: Int) -> Range<Int> {
        let start = min(start, bytes.count)
        index = start
        while index < bytes.count, !starts(with: letters, at: index) { index += 1 }
        defer { index = min(index + letters.utf8.count, bytes.count) }
        return start..<index
    }

    private func starts(with letters: String, at start: Int) -> Bool {
        var index = start
        for letter in letters.utf8 {
            guard index < bytes.count,
                bytes[index] == letter || isLetter(letter) && bytes[index] | 0x20 == letter | 0x20
            else { return false }
            index += 1
        }
        return true
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static let rawElements: Set<String> = ["script", "style", "title", "textarea", "iframe", "xmp", "noembed"]
}
