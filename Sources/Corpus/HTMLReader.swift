/// Reads web pages: the story's text, and the metadata of `<meta>`, JSON-LD and the document's elements.
struct HTMLReader {
    /// The article of a page. The title is that of JSON-LD or `og:title`, else the first `h1` of the story, else
    /// `<title>`.
    static func article(from text: String) -> Article {
        let bytes = Array(text.utf8)
        var reader = HTMLReader()
        reader.read(bytes, skipping: true)
        var story = reader.text.story()
        if story.isEmpty {
            // A page whose all stands in a `form` or an open `nav`.
            reader = HTMLReader()
            reader.read(bytes, skipping: false)
            story = reader.text.story()
        }
        var article = Article(id: "", text: "")
        reader.metadata.fill(&article)
        article.setField("title", [reader.heading])
        // What repeats the title above the story is not part of it.
        let opening = story.prefix { $0 != "\n" }
        if opening.cleanLine() == article.title { story = story[opening.endIndex...].trimmed() }
        article.text = story
        return article
    }

    private var text = HTMLText()
    private var metadata = HTMLMetadata()
    private var title: [UInt8] = []
    private var headings = Headings()
    /// The element whose content is left out, and how many of its name are open.
    private var skipped: (name: String, depth: Int)?

    /// The text of the first `h1` of the page, and of the first inside the story.
    private struct Headings {
        var ofPage = HTMLText()
        var ofStory = HTMLText()
        var seen = 0
        var seenInStory = 0
        var isOpen = false
    }

    private init() {}

    private mutating func read(_ bytes: [UInt8], skipping: Bool) {
        var tokens = HTMLTokenizer(bytes)
        while let token = tokens.next() {
            switch token {
            case .text(let range):
                let content = HTMLEntities.decoded(Array(bytes[range]))
                if headings.isOpen { addToHeading(content) }
                if skipped == nil { text.add(content) }
            case .raw(let name, let attributes, let content):
                if name == "title", title.isEmpty { title = HTMLEntities.decoded(Array(bytes[content])) }
                if name == "script", HTMLAttributes.read(bytes, attributes)["type"] == "application/ld+json" {
                    metadata.readLinkedData(content, of: bytes)
                }
            case .start(let name, let attributes):
                if Self.informative.contains(name) { metadata.read(name, HTMLAttributes.read(bytes, attributes)) }
                // `<svg/>` holds nothing that could be skipped.
                let isClosed = bytes[attributes.upperBound - 1] == UInt8(ascii: "/")
                start(name, skipping: skipping && !isClosed)
            case .end(let name):
                end(name)
            }
        }
    }

    private mutating func start(_ name: String, skipping: Bool) {
        if Self.endsHeading.contains(name) { headings.isOpen = false }
        if name == "h1" { startHeading() }
        if let open = skipped {
            // A story inside a skipped element: some sites put a form around the page, or never close the navigation.
            if name == "main" || name == "article" && open.name == "form" {
                skipped = nil
            } else {
                if name == open.name { skipped?.depth += 1 }
                return
            }
        } else if skipping, Self.skippedElements.contains(name) {
            skipped = (name, 1)
            return
        }
        text.start(name)
    }

    private mutating func end(_ name: String) {
        if name == "h1" { headings.isOpen = false }
        guard let open = skipped else { return text.end(name) }
        guard name == open.name else { return }
        skipped = open.depth > 1 ? (name, open.depth - 1) : nil
        if skipped == nil { text.end(name) }
    }

    private mutating func startHeading() {
        headings.isOpen = true
        headings.seen += 1
        if text.isInStory { headings.seenInStory += 1 }
    }

    private mutating func addToHeading(_ content: [UInt8]) {
        if headings.seen == 1 { headings.ofPage.add(content) }
        if text.isInStory, headings.seenInStory == 1 { headings.ofStory.add(content) }
    }

    /// The title that the page's own elements give. `<title>` often has the name of the site behind the headline, so an
    /// `h1` that it begins with is better.
    private var heading: String {
        var page = HTMLText()
        page.add(title)
        let pageTitle = page.story()
        let inStory = headings.ofStory.story()
        let first = headings.ofPage.story()
        if !inStory.isEmpty { return inStory }
        return first.isEmpty || !pageTitle.isEmpty && !pageTitle.hasPrefix(first) ? pageTitle : first
    }

    /// Elements that no heading holds, for pages that do not close theirs.
    private static let endsHeading: Set<String> = ["article", "h2", "main", "p", "section", "table", "ul"]

    private static let informative: Set<String> = ["html", "meta", "link", "time"]

    private static let skippedElements: Set<String> = [
        "noscript", "nav", "header", "footer", "aside", "form", "template", "svg", "button", "select", "dialog",
        "object",
    ]
}
