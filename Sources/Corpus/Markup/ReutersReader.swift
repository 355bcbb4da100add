/// Reads articles of the Reuters-21578 collection and of others in its form: one `REUTERS` element each.
enum ReutersReader {
    static func article(_ element: MarkupElement) -> Article {
        let number = element.attributes["newid"]?.cleanLine()
        var article = Article(id: number.map { "reuters-" + $0 } ?? "", text: "")
        let content = element.first("text") ?? element
        article.title = content.first("title")?.lineOfText
        article.date = element.first("date")?.lineOfText.flatMap(DateText.day)
        article.dateline = content.first("dateline")?.lineOfText.map(withoutDash)
        article.source = "Reuters"
        article.authors = content.first("author")?.lineOfText.map { [author($0)] } ?? []
        article.tags = codes(element, "topics") + codes(element, "exchanges")
        for (list, type) in [("places", "place"), ("people", "person"), ("orgs", "organization")] {
            article.entities += codes(element, list).map { GivenEntity(type: type, name: name($0, type)) }
        }
        // One that was never split into parts stands in `TEXT` as it is; a brief one is its headline.
        let body = content.first("body")?.text ?? (content.children.isEmpty ? content.text : "")
        article.text = story(body)
        if article.text.isEmpty { article.text = article.title ?? "" }
        article.openWithDateline()
        return article
    }

    private static func codes(_ element: MarkupElement, _ list: String) -> [String] {
        element.first(list)?.all("d").compactMap(\.lineOfText) ?? []
    }

    /// The body in paragraphs: a line that is set in begins one. The word that signs it off is left out.
    private static func story(_ body: String) -> String {
        var paragraphs: [String] = []
        var lines: [Substring] = []
        func finish() {
            if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
            lines = []
        }
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.trimmed()
            if text.isEmpty || line.first == " " || line.first == "\t" { finish() }
            if !text.isEmpty { lines.append(text[...]) }
        }
        if lines.count == 1, lines[0].lowercased() == "reuter" || lines[0].lowercased() == "reuters" { lines = [] }
        finish()
        if let last = paragraphs.last?.lowercased(), last == "reuter" || last == "reuters" { paragraphs.removeLast() }
        return paragraphs.joined(separator: "\n\n")
    }

    private static func withoutDash(_ line: String) -> String {
        String(line.reversed().drop { $0 == "-" || $0.isWhitespace }.reversed())
    }

    /// `by Ann Lee, Reuters` as a name.
    private static func author(_ line: String) -> String {
        let name = line.lowercased().hasPrefix("by ") ? line.dropFirst(3) : line[...]
        return name.prefix { $0 != "," }.trimmed()
    }

    /// The name that a code stands for: `el-salvador` is El Salvador, `opec` OPEC.
    private static func name(_ code: String, _ type: String) -> String {
        let words = code.split(separator: "-").map { word in
            let isShort = abbreviations.contains(String(word)) || type == "organization" && word.count <= 5
            return isShort ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
        }
        return words.isEmpty ? code : words.joined(separator: " ")
    }

    private static let abbreviations: Set<String> = ["usa", "uk", "ussr", "uae", "unctad"]
}

extension Article {
    /// Puts the dateline before the text, where the text does not begin with it.
    mutating func openWithDateline() {
        guard let dateline, !text.isEmpty, !text.hasPrefix(dateline) else { return }
        text = dateline + " - " + text
    }
}
