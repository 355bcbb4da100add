/// Lays out the text of an element whose content is XHTML or NITF: paragraphs, white space collapsed.
enum MarkupText {
    static func text(of element: MarkupElement) -> String {
        var text = HTMLText()
        add(element, to: &text)
        return text.story()
    }

    /// The text of HTML that stands in an element as text.
    static func text(ofHTML html: String) -> String { HTMLReader.article(from: html).text }

    private static func add(_ element: MarkupElement, to text: inout HTMLText) {
        for node in element.content {
            switch node {
            case .text(let part): text.add(Array(part.utf8))
            case .element(let child):
                let name = child.localName
                if skipped.contains(name) { continue }
                let block = blocks[name] ?? name
                text.start(block)
                add(child, to: &text)
                text.end(block)
            }
        }
    }

    /// Elements that hold no part of the story.
    private static let skipped: Set<String> = ["media", "script", "style", "head", "title"]

    /// Blocks of NITF, by what they are like in HTML.
    private static let blocks = [
        "block": "div", "hl2": "h2", "note": "div", "fn": "div", "bq": "blockquote", "credit": "p", "tagline": "p",
        "body.content": "div",
        // Of the region of a story only pages have several.
        "article": "div", "main": "div",
    ]
}
