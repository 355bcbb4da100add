/// Goes through XML or SGML element by element, and gives out whole those that are asked for: memory holds one of them.
///
/// Tolerant: an end tag that closes nothing is ignored, one that closes an outer element closes those within. Elements
/// more than `maximumDepth` deep become part of their parent. References to characters and to the named characters of HTML
/// are resolved, others stay as they are; control characters are dropped.
struct MarkupReader {
    static let maximumDepth = 64

    private var tokens: MarkupTokenizer
    private var line = 1
    private var counted = 0

    init(_ text: String) { tokens = MarkupTokenizer(Array(text.utf8)) }

    /// The next start tag, as an element without content, and whether it ends at once; nil at the end. Call
    /// ``complete(_:)`` for its content, before anything else.
    mutating func nextStart() -> (element: MarkupElement, isEmpty: Bool)? {
        while true {
            let start = tokens.index
            guard let token = tokens.next() else { return nil }
            if case .start(let name, let attributes, let isEmpty) = token {
                return (element(name, attributes, at: start), isEmpty)
            }
        }
    }

    /// Reads on to the end of an element that has just begun.
    mutating func complete(_ start: MarkupElement) -> MarkupElement {
        var open = [start]
        while true {
            let begin = tokens.index
            guard let token = tokens.next() else { break }
            switch token {
            case .text(let range): append(HTMLEntities.decoded(Array(tokens.bytes[range])), to: &open)
            case .literal(let range): append(Array(tokens.bytes[range]), to: &open)
            case .start(let name, let attributes, let isEmpty):
                let element = element(name, attributes, at: begin)
                if isEmpty || open.count >= Self.maximumDepth {
                    open[open.count - 1].content.append(.element(element))
                } else {
                    open.append(element)
                }
            case .end(let name):
                guard let position = open.lastIndex(where: { $0.name == name }) else { continue }
                while open.count - 1 > position { close(&open) }
                if position == 0 { return open[0] }
                close(&open)
            }
        }
        while open.count > 1 { close(&open) }
        return open[0]
    }

    private func close(_ open: inout [MarkupElement]) {
        let element = open.removeLast()
        open[open.count - 1].content.append(.element(element))
    }

    private func append(_ text: [UInt8], to open: inout [MarkupElement]) {
        let kept = text.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A }
        open[open.count - 1].content.append(.text(String(decoding: kept, as: UTF8.self)))
    }

    private mutating func element(_ name: String, _ range: Range<Int>, at start: Int) -> MarkupElement {
        line += tokens.bytes[counted..<start].count { $0 == 0x0A }
        counted = start
        var attributes: [String: String] = [:]
        for (name, value) in HTMLAttributes.read(tokens.bytes, range).sorted(by: { $0.key < $1.key })
        where !name.hasPrefix("xmlns") {
            // `lang` counts before `xml:lang`.
            if name.contains(":"), attributes[MarkupElement.local(name)] != nil { continue }
            attributes[MarkupElement.local(name)] = value
        }
        return MarkupElement(name: name, attributes: attributes, line: line)
    }
}
