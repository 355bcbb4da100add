/// What the head of a page and its JSON-LD say about the article, most trustworthy first.
struct HTMLMetadata {
    private var linkedData: [(name: String, values: [String])] = []
    private var canonical: String?
    private var meta: [(name: String, values: [String])] = []
    private var tags: [String] = []
    private var fallback: [(name: String, values: [String])] = []

    /// Takes note of a start tag.
    mutating func read(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "html": fallback.append(("language", attributes["lang"].map { [$0] } ?? []))
        case "time": fallback.append(("date", attributes["datetime"].map { [$0] } ?? []))
        case "link": if attributes["rel"]?.lowercased() == "canonical" { canonical = canonical ?? attributes["href"] }
        case "meta":
            let key = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? ""
            if let content = attributes["content"] { readMeta(key.lowercased(), content) }
        default: break
        }
    }

    private mutating func readMeta(_ key: String, _ content: String) {
        switch key {
        case "article:tag": tags.append(content)
        // Some sites give the address of the author's page here.
        case "author", "article:author", "dc.creator":
            if !content.contains("://") { meta.append(("authors", [content])) }
        default: if let field = Self.fields[key] { meta.append((field, [content])) }
        }
    }

    private static let fields = [
        "og:title": "title", "dc.title": "title", "twitter:title": "title",
        "article:published_time": "date", "date": "date", "dc.date": "date", "datepublished": "date", "pubdate": "date",
        "publish-date": "date", "parsely-pub-date": "date", "og:site_name": "source", "og:url": "url",
        "article:section": "section", "keywords": "tags", "news_keywords": "tags",
    ]

    /// Takes note of a JSON-LD script.
    mutating func readLinkedData(_ script: Range<Int>, of page: [UInt8]) {
        guard let value = try? JSONParser.value(of: page, in: script), let article = Self.article(in: value) else {
            return
        }
        func add(_ field: String, _ keys: String...) {
            for key in keys {
                if let values = article[key]?.elements.compactMap(Self.name), !values.isEmpty {
                    linkedData.append((field, values))
                }
            }
        }
        add("title", "headline", "name")
        add("date", "datePublished", "dateCreated")
        add("authors", "author", "creator")
        add("source", "publisher")
        add("url", "url", "mainEntityOfPage")
        add("section", "articleSection")
        add("language", "inLanguage")
        add("tags", "keywords")
    }

    /// The first object whose type is some kind of article, also inside arrays and `@graph`.
    private static func article(in value: JSONValue) -> JSONValue? {
        for element in value.elements {
            let types = element["@type"]?.elements.compactMap(\.string) ?? []
            let isArticle = types.contains {
                $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0.hasSuffix("Report")
            }
            if isArticle { return element }
            if let found = element["@graph"].flatMap(article) { return found }
        }
        return nil
    }

    /// A string, or the name of a person, an organization, a language or a page.
    private static func name(_ value: JSONValue) -> String? {
        value.string ?? value["name"]?.string ?? value["@id"]?.string
    }

    /// Sets the fields of the article that are not set yet, in the order of trust.
    func fill(_ article: inout Article) {
        for (name, values) in linkedData { article.setField(name, values) }
        if let canonical { article.setField("url", [canonical]) }
        article.setField("tags", tags)
        for (name, values) in meta + fallback { article.setField(name, values) }
    }
}
