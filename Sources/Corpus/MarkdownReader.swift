/// Reads Markdown files: metadata from the front matter, the text without its marks.
enum MarkdownReader {
    /// The title is that of the front matter, or else the first `# ` heading, which then leaves the text.
    static func article(from text: String) -> Article {
        var article = Article(id: "", text: "")
        var rest = text.trimmed()[...]
        if let matter = FrontMatter(takingFrom: &rest) {
            for (name, values) in matter.fields { article.setField(name, values) }
        }
        var blocks = MarkdownBlocks()
        blocks.read(Array(rest.utf8))
        if let heading = blocks.heading {
            let headingText = blocks.blocks[heading]
            if article.title == nil { article.title = headingText.cleanLine() }
            if article.title == headingText { blocks.blocks.remove(at: heading) }
        }
        article.text = blocks.blocks.joined(separator: "\n\n")
        return article
    }
}
