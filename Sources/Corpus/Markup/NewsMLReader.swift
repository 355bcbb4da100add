/// Reads items of NewsML-G2 whose content is NITF, XHTML or plain text.
enum NewsMLReader {
    /// - Throws: `ReaderError` with code `cancelled` for an item that its provider has taken back.
    static func article(_ item: MarkupElement) throws(ReaderError) -> Article {
        let about = item.first("itemmeta")
        let content = item.first("contentmeta")
        let status = about?.first("pubstatus")?.attributes["qcode"] ?? ""
        if status.hasSuffix(":canceled") || status.hasSuffix(":cancelled") {
            throw ReaderError(
                .cancelled, "the item was cancelled by its provider",
                hint: "delete the article if it is in the index")
        }
        var article = Article(id: item.attributes["guid"]?.cleanLine() ?? "", text: "")
        func set(_ field: String, _ values: String?...) { article.setField(field, values.compactMap(\.self)) }
        set("title", content?.first("headline")?.lineOfText ?? about?.first("title")?.lineOfText)
        for element in [content?.first("contentcreated"), about?.first("firstcreated"), about?.first("versioncreated")]
        {
            set("date", element?.lineOfText)
        }
        set("dateline", content?.first("dateline")?.lineOfText)
        set("source", about?.first("provider").flatMap(name))
        set("language", content?.first("language")?.attributes["tag"] ?? item.attributes["lang"])
        if let byline = content?.first("by")?.lineOfText { set("byline", byline) }
        if article.authors.isEmpty { article.authors = content?.all("creator").compactMap(name) ?? [] }
        let links = item.all("link") + (about?.all("link") ?? [])
        set("url", links.first { ($0.attributes["rel"] ?? "").hasSuffix("alternate") }?.attributes["href"])
        for subject in content?.all("subject") ?? [] { add(subject, to: &article) }
        if let set = item.first("contentset") { read(set, into: &article) }
        if article.text.isEmpty {
            article.text = content?.all("description").map(MarkupText.text).first { !$0.isEmpty } ?? ""
        }
        article.openWithDateline()
        return article
    }

    private static func read(_ set: MarkupElement, into article: inout Article) {
        for part in set.children where article.text.isEmpty {
            switch part.localName {
            case "inlinexml":
                if let document = part.first("nitf") {
                    NITFReader.fill(&article, from: document)
                } else {
                    article.text = MarkupText.text(of: part.first("html", "body") ?? part)
                }
            case "inlinedata":
                let isHTML = (part.attributes["contenttype"] ?? "").contains("html")
                article.text = isHTML ? MarkupText.text(ofHTML: part.text) : part.text.trimmed()
            default: break
            }
        }
    }

    /// A subject that is a person, an organization or a place is an entity, others are tags.
    private static func add(_ subject: MarkupElement, to article: inout Article) {
        guard let name = name(subject) else { return }
        let kind = MarkupElement.local(subject.attributes["type"] ?? "")
        let types = [
            "person": "person", "organisation": "organization", "organization": "organization",
            "geoArea": "place", "poi": "place",
        ]
        if let type = types[kind] {
            article.entities.append(GivenEntity(type: type, name: name))
        } else {
            article.tags.append(name)
        }
    }

    /// A concept's name, else its literal, else its code without the scheme.
    private static func name(_ concept: MarkupElement) -> String? {
        let names = concept.all("name")
        let english = names.first { ($0.attributes["lang"] ?? "en").hasPrefix("en") } ?? names.first
        return english?.lineOfText ?? concept.attributes["literal"]?.cleanLine()
            ?? concept.attributes["qcode"].map(MarkupElement.local)?.cleanLine()
    }
}
