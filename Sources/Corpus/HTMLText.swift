/// Collects the text of a page: white space collapsed, block elements as paragraphs, the story's region remembered.
struct HTMLText {
    private var output: [UInt8] = []
    /// Line ends due before the next character: 2 for a paragraph.
    private var dueLineEnds = 0
    private var isSpaceDue = false
    private var preformatted = 0
    private var articles = Regions()
    private var mains = Regions()

    /// Ranges of the output inside the outermost elements of one name.
    private struct Regions {
        var depth = 0
        var ranges: [Range<Int>] = []

        mutating func enter(at offset: Int) {
            if depth == 0 { ranges.append(offset..<offset) }
            depth += 1
        }

        mutating func leave(at offset: Int) {
            if depth > 0 { depth -= 1 }
            extend(to: offset)
        }

        mutating func extend(to offset: Int) {
            if let last = ranges.last, offset >= last.lowerBound { ranges[ranges.count - 1] = last.lowerBound..<offset }
        }

        /// The longest range.
        var main: Range<Int> { ranges.max { $0.count < $1.count } ?? 0..<0 }
    }

    /// Whether the text under way belongs to an `article` or `main` element.
    var isInStory: Bool { articles.depth > 0 || mains.depth > 0 }

    mutating func start(_ name: String) {
        layOut(name)
        switch name {
        case "article": articles.enter(at: output.count)
        case "main": mains.enter(at: output.count)
        case "pre": preformatted += 1
        default: break
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "article" where articles.depth > 0: articles.leave(at: output.count)
        case "main" where mains.depth > 0: mains.leave(at: output.count)
        case "pre" where preformatted > 0: preformatted -= 1
        default: break
        }
        if name != "br" { layOut(name) }
    }

    /// Appends text whose references are resolved.
    mutating func add(_ text: [UInt8]) {
        for byte in text {
            if byte <= 0x20 {
                isSpaceDue = true
                if byte == 0x0A, preformatted > 0 { dueLineEnds = max(dueLineEnds, 1) }
                continue
            }
            if !output.isEmpty {
                if dueLineEnds > 0 {
                    output.append(contentsOf: repeatElement(0x0A, count: min(dueLineEnds, 2)))
                } else if isSpaceDue {
                    output.append(0x20)
                }
            }
            dueLineEnds = 0
            isSpaceDue = false
            output.append(byte)
        }
    }

    /// The story: the longest `article` when it holds a good part of the page, else the `main` element, else all.
    ///
    /// Pages carry teasers of other stories as `article` elements too, hence the share: a quarter.
    func story() -> String {
        var articles = articles
        var mains = mains
        if articles.depth > 0 { articles.extend(to: output.count) }
        if mains.depth > 0 { mains.extend(to: output.count) }
        let page = mains.main.isEmpty ? 0..<output.count : mains.main
        let range = articles.main.count * 4 >= page.count && !articles.main.isEmpty ? articles.main : page
        return String(decoding: output[range], as: UTF8.self).trimmed()
    }

    private mutating func layOut(_ name: String) {
        switch name {
        case "br": dueLineEnds += 1
        case "td", "th": isSpaceDue = true
        case "tr", "dt": dueLineEnds = max(dueLineEnds, 1)
        default: if Self.blocks.contains(name) { dueLineEnds = 2 }
        }
    }

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "fieldset", "figcaption",
        "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section",
        "summary", "table", "ul",
    ]
}
