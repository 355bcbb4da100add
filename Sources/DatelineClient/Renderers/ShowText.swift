package import DatelineAPI

/// An article or a passage for people to read.
package enum ShowText {
    /// Headline, where it is from, the text, the names in it.
    package static func article(_ article: ArticleDetail, style: TextStyle) -> String {
        let authors = article.authors.isEmpty ? nil : article.authors.joined(separator: ", ")
        return page(
            title: article.title, from: [article.date, article.source, article.section, authors, article.url],
            id: article.id, text: article.text,
            entities: article.passages.flatMap(\.entities), style: style)
    }

    /// The same of one passage.
    package static func passage(_ reply: PassageReply, style: TextStyle) -> String {
        page(
            title: reply.article.title, from: [reply.article.date, reply.article.source, reply.article.url],
            id: reply.passage.id, text: reply.passage.text, entities: reply.passage.entities, style: style)
    }

    private static func page(
        title: String?, from: [String?], id: String, text: String, entities: [EntityReply], style: TextStyle
    ) -> String {
        let layout = ParagraphLayout(style: style, indent: "")
        var lines = title.map { layout.lines($0).map(style.strong) } ?? []
        let known = from.compactMap(\.self)
        if !known.isEmpty { lines.append(TerminalText.safe(known.joined(separator: "  "))) }
        lines += [TerminalText.safe(id), ""]
        for paragraph in text.split(separator: "\n") {
            let wrapped = layout.lines(String(paragraph))
            if !wrapped.isEmpty { lines += wrapped + [""] }
        }
        for type in ["person", "place", "organization", "misc"] {
            let names = Set(entities.filter { $0.type == type }.map(\.name)).sorted()
            guard !names.isEmpty else { continue }
            lines += ParagraphLayout(style: style, indent: "  ").lines("\(type): \(names.joined(separator: ", "))")
        }
        if lines.last == "" { lines.removeLast() }
        return lines.map { $0 + "\n" }.joined()
    }
}
