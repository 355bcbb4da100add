/// Reads documents of NITF 3, the News Industry Text Format.
enum NITFReader {
    static func article(_ document: MarkupElement) -> Article {
        var article = Article(id: "", text: "")
        fill(&article, from: document)
        return article
    }

    /// Sets what is not set yet, and the text.
    static func fill(_ article: inout Article, from document: MarkupElement) {
        let data = document.first("head", "docdata")
        let head = document.first("body", "body.head")
        func set(_ field: String, _ values: String?...) { article.setField(field, values.compactMap(\.self)) }
        set("id", data?.first("doc-id")?.attributes["id-string"])
        set("title", head?.first("hedline", "hl1")?.lineOfText ?? document.first("head", "title")?.lineOfText)
        for (name, attribute) in [("date.issue", "norm"), ("date.release", "norm")] {
            set("date", data?.first(name)?.attributes[attribute].map(day))
        }
        set("date", head?.first("dateline", "story.date")?.attributes["norm"].map(day))
        set("dateline", head?.first("dateline")?.lineOfText)
        let publication = document.first("head", "pubdata")
        set(
            "source", publication?.attributes["name"], head?.first("distributor")?.lineOfText,
            data?.first("doc.copyright")?.attributes["holder"])
        set("url", publication?.attributes["ex-ref"])
        set("section", publication?.attributes["position.section"])
        set("date", publication?.attributes["date.publication"].map(day))
        set("language", document.attributes["lang"])
        if article.authors.isEmpty { article.authors = head.map(authors) ?? [] }
        if article.tags.isEmpty { article.tags = tags(document) }
        article.addEntities(of: data.map { [$0] } ?? [])
        if let content = document.first("body", "body.content") {
            article.text = MarkupText.text(of: content)
            article.addEntities(of: [content])
        }
        if article.text.isEmpty { article.text = head?.first("abstract").map(MarkupText.text) ?? "" }
        article.openWithDateline()
    }

    private static func authors(_ head: MarkupElement) -> [String] {
        head.all("byline").flatMap { byline in
            let people = byline.all("person").compactMap(\.lineOfText)
            if !people.isEmpty { return people }
            // Their titles (`byttl`) are no names.
            let names = byline.content.reduce(into: "") { text, node in
                switch node {
                case .text(let part): text += part
                case .element(let element): if !element.isNamed("byttl") { text += element.text }
                }
            }
            return Article.names(names.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
    }

    private static func tags(_ document: MarkupElement) -> [String] {
        let head = document.first("head")
        let words = head?.first("docdata", "key-list")?.all("keyword").compactMap { $0.attributes["key"] } ?? []
        let subjects = head?.first("tobject")?.all("tobject.subject").compactMap {
            $0.attributes["tobject.subject.detail"] ?? $0.attributes["tobject.subject.matter"]
                ?? $0.attributes["tobject.subject.type"]
        }
        return (words + (subjects ?? [])).compactMap { $0.cleanLine() }
    }

    /// The day of `20240302T100000Z`, which has no signs between.
    static func day(_ norm: String) -> String {
        let digits = norm.prefix(8)
        return digits.utf8.count == 8 && digits.utf8.allSatisfy { $0 &- 0x30 < 10 } ? String(digits) : norm
    }
}

extension Article {
    /// Adds the people, organizations and places that the elements name, each once.
    fileprivate mutating func addEntities(of elements: [MarkupElement]) {
        for element in elements {
            for (name, type) in [("person", "person"), ("org", "organization"), ("location", "place")] {
                for found in element.descendants(name) {
                    guard let text = found.attributes["value"] ?? found.lineOfText, let line = text.cleanLine() else {
                        continue
                    }
                    let entity = GivenEntity(type: type, name: line)
                    if !entities.contains(entity) { entities.append(entity) }
                }
            }
        }
    }
}
