/// Cuts XML and SGML into tags and text, tolerantly and in one pass: what no tag can be is text. It reads no document
/// type, so no entity of a file's own is ever expanded and nothing outside of the file is read.
struct MarkupTokenizer {
    enum Token: Equatable {
        /// Text with its references not yet resolved.
        case text(Range<Int>)
        /// Text without references.
        case literal(Range<Int>)
        /// A start tag: its name in lower case, where its attributes stand, and whether it ends at once.
        case start(name: String, attributes: Range<Int>, isEmpty: Bool)
        case end(name: String)
    }

    let bytes: [UInt8]
    private(set) var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next token; nil at the end.
    mutating func next() -> Token? {
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "<") || !opensMarkup(index + 1) { return text() }
            if let token = markup() { return token }
        }
        return nil
    }

    private func opensMarkup(_ index: Int) -> Bool {
        guard index < bytes.count else { return false }
        switch bytes[index] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "/"): return index + 1 < bytes.count && Self.isNameStart(bytes[index + 1])
        default: return Self.isNameStart(bytes[index])
        }
    }

    private mutating func text() -> Token {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return .text(start..<index)
    }

    /// The markup at `index`; nil for comments, declarations and instructions, which are passed over.
    private mutating func markup() -> Token? {
        if starts(with: "<!--", at: index) {
            skip(past: "-->", from: index + 4)
            return nil
        }
        if starts(with: "<![CDATA[", at: index) { return .literal(skip(past: "]]>", from: index + 9)) }
        let next = bytes[index + 1]
        if next == UInt8(ascii: "?") {
            skip(past: "?>", from: index + 2)
            return nil
        }
        if next == UInt8(ascii: "!") {
            skipDeclaration()
            return nil
        }
        let isEnd = next == UInt8(ascii: "/")
        let nameStart = index + (isEnd ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < bytes.count, Self.isName(bytes[nameEnd]) { nameEnd += 1 }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
        var attributes = nameEnd..<tagEnd(from: nameEnd)
        index = min(attributes.upperBound + 1, bytes.count)
        if isEnd { return .end(name: name) }
        let isEmpty = attributes.last.map { bytes[$0] == UInt8(ascii: "/") } ?? false
        if isEmpty { attributes = attributes.dropLast() }
        return .start(name: name, attributes: attributes, isEmpty: isEmpty)
    }

    /// Moves behind `<!DOCTYPE … [ … ]>`: brackets and quotes may hold a `>`.
    private mutating func skipDeclaration() {
        var depth = 0
        var quote: UInt8?
        index += 2
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if depth > 0 || byte != UInt8(ascii: ">") {
                switch byte {
                case UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                default: break
                }
            } else {
                return
            }
        }
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

    /// Moves behind the next occurrence of the letters, or to the end. Returns what was passed before them.
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
            guard index < bytes.count, bytes[index] == letter else { return false }
            index += 1
        }
        return true
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private static func isName(_ byte: UInt8) -> Bool {
        isNameStart(byte) || byte &- 0x30 < 11 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
