/// Reads the items of RSS (2.0, and 1.0) and the entries of Atom. A feed's own title, language and authors stand for
/// those of items that give none.
struct FeedReader {
    private var title: String?
    private var language: String?
    private var authors: [String] = []

    /// A feed that begins with this start tag.
    init(_ root: MarkupElement) { language = root.attributes["lang"] }

    /// Takes note of an element that stands beside the items.
    mutating func read(_ element: MarkupElement) {
        switch element.name {
        case "title", "atom:title": title = title ?? Self.line(element)
        case "language", "dc:language": language = language ?? element.lineOfText
        case "author", "atom:author": if let name = Self.author(element) { authors.append(name) }
        default: break
        }
    }

    /// The article of an item or entry.
    func article(_ item: MarkupElement) -> Article {
        var article = Article(id: "", text: Self.text(of: item) ?? "")
        func set(_ field: String, _ values: String?...) { article.setField(field, values.compactMap(\.self)) }
        let link = Self.link(of: item)
        set("id", Self.own(item, "guid", "id")?.lineOfText ?? link)
        set("title", Self.own(item, "title").flatMap(Self.line))
        set("url", link)
        for name in ["pubdate", "published", "dc:date", "issued", "updated", "dcterms:modified"] {
            set("date", Self.own(item, name)?.lineOfText)
        }
        let source = item.first("source")
        set("source", source?.first("title").flatMap(Self.line) ?? source?.lineOfText, title)
        set("language", item.attributes["lang"], Self.own(item, "dc:language")?.lineOfText, language)
        let named = item.all("dc:creator").compactMap(\.lineOfText)
        let own = named.isEmpty ? Self.all(item, "author").compactMap(Self.author) : named
        article.authors = own.isEmpty ? authors : own
        let categories = Self.all(item, "category").compactMap {
            $0.attributes["label"] ?? $0.attributes["term"] ?? $0.lineOfText
        }
        article.tags = (categories + item.all("dc:subject").compactMap(\.lineOfText)).compactMap { $0.cleanLine() }
        return article
    }

    /// The story: the first of these that has one, the longest form first.
    private static func text(of item: MarkupElement) -> String? {
        for name in ["content:encoded", "content", "description", "summary"] {
            for element in all(item, name) {
                let text = content(of: element)
                if !text.isEmpty { return text }
            }
        }
        return nil
    }

    private static func content(of element: MarkupElement) -> String {
        switch element.attributes["type"] {
        case "xhtml", "application/xhtml+xml": MarkupText.text(of: element)
        case "text", "text/plain": element.text.trimmed()
        default:
            // Elements within are markup that should have been escaped.
            element.children.isEmpty ? MarkupText.text(ofHTML: element.text) : MarkupText.text(of: element)
        }
    }

    /// A title: text, in which RSS and Atom's `html` may have markup.
    private static func line(_ element: MarkupElement) -> String? {
        let text = content(of: element)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").cleanLine()
    }

    /// `rss.person@example.com (Ann Lee)` of RSS, `name` of Atom.
    private static func author(_ element: MarkupElement) -> String? {
        if let name = element.first("name")?.lineOfText { return name }
        guard let line = element.lineOfText else { return nil }
        guard line.contains("@"), let open = line.firstIndex(of: "("), line.hasSuffix(")") else { return line }
        return line[line.index(after: open)...].dropLast().cleanLine() ?? line
    }

    private static func link(of item: MarkupElement) -> String? {
        let links = all(item, "link")
        let alternate = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" }
        return alternate?.attributes["href"] ?? links.lazy.compactMap(\.lineOfText).first
    }

    private static func own(_ item: MarkupElement, _ names: String...) -> MarkupElement? {
        names.lazy.flatMap { all(item, $0) }.first
    }

    /// The children with a name that is the feed's own: `title` is also `atom:title`, and not `media:title`.
    private static func all(_ item: MarkupElement, _ name: String) -> [MarkupElement] {
        item.children.filter { $0.name == name || $0.name == "atom:" + name }
    }
}
