package import DatelineAPI

/// A search reply for people: hits, then facets, then the totals.
package enum SearchText {
    /// Each hit: headline; date, source, id, what was folded, copies; the passage, wrapped, its matches in bold.
    ///
    /// Hits of one article that follow one another are below one headline.
    package static func hits(_ hits: [Hit], style: TextStyle) -> String {
        var text = ""
        var article: String?
        for hit in hits {
            text += self.hit(hit, style: style, hasHeadline: hit.article.id != article) + "\n"
            article = hit.article.id
        }
        return text
    }

    private static func hit(_ hit: Hit, style: TextStyle, hasHeadline: Bool) -> String {
        let headline = ParagraphLayout(style: TextStyle(width: style.width), indent: "")
        let title = hit.article.title.map { headline.lines($0) } ?? headline.lines(hit.text).prefix(1).map { $0 + " …" }
        let body = ParagraphLayout(style: style, indent: "    ").lines(hit.text, highlights: hit.highlights)
        let score = hit.scoreParts.map { ["  " + TerminalText.safe(ScoreText.score(hit.score, $0))] } ?? []
        let head =
            hasHeadline
            ? title.map(style.strong) + ["  " + TerminalText.safe(details(of: hit.article, hit))]
            : ["  " + TerminalText.safe(details(hit))]
        let lines = head + score + body
        return lines.map { $0 + "\n" }.joined()
    }

    private static func details(of article: ArticleSummary, _ hit: Hit) -> String {
        ([article.date, article.source].compactMap(\.self) + [details(hit)]).joined(separator: "  ")
    }

    private static func details(_ hit: Hit) -> String {
        var details = [hit.id]
        if let folded = hit.folded {
            if folded.passages > 0 {
                details.append("+\(folded.passages) more \(folded.passages == 1 ? "passage" : "passages")")
            }
            if folded.articles > 0 {
                details.append("also in \(folded.articles) \(folded.articles == 1 ? "other" : "others")")
            }
        }
        if let copies = hit.copies, copies > 0 {
            details.append("same passage in \(Wording.count(copies, "other article"))")
        }
        return details.joined(separator: "  ")
    }

    /// Each facet: the field's name, and below it `articles  passages  value`, aligned; with the lift where it was asked
    /// for, and on a terminal with a bar as long as the articles are many.
    ///
    /// `order`: the facets as they were asked for; any others follow by name.
    package static func facets(
        _ facets: [String: FacetReply], order: [String], style: TextStyle = TextStyle()
    ) -> String {
        let asked = order.map { String($0.prefix { $0 != ":" }) }
        let names = asked.filter { facets[$0] != nil } + facets.keys.filter { !asked.contains($0) }.sorted()
        return names.map { name in facets[name].map { facet(name, $0, style) } ?? "" }.joined()
    }

    private static func facet(_ name: String, _ facet: FacetReply, _ style: TextStyle) -> String {
        let hasLift = facet.values.contains { $0.lift != nil }
        let barWidth = style.bars ? CountBar.width(on: style.width) : 0
        let most = facet.values.map(\.articles).max() ?? 0
        let gap = barWidth > 0 ? String(repeating: " ", count: barWidth + 2) : ""
        var lines = [style.strong(name), "  articles  passages  \(hasLift ? "    lift  " : "")\(gap)value"]
        for value in facet.values {
            var counts = "  \(padded(String(value.articles)))  \(padded(String(value.passages)))  "
            if hasLift { counts += padded(value.lift.map(Wording.lift) ?? "") + "  " }
            if barWidth > 0 { counts += CountBar.text(value.articles, of: most, width: barWidth) + "  " }
            lines.append(counts + TerminalText.safe(value.value) + (value.selected ? "  (selected)" : ""))
        }
        let hidden = facet.distinct - facet.values.count
        if hidden > 0 { lines.append("  … \(hidden) more") }
        return lines.map { $0 + "\n" }.joined() + "\n"
    }

    /// `7 articles, 23 passages`, and how to go on.
    package static func total(_ reply: SearchReply, complete: Bool = false) -> String {
        var parts = [Wording.count(reply.total.articles, "article"), Wording.count(reply.total.passages, "passage")]
        if let stories = reply.total.stories { parts.append(Wording.count(stories, "story")) }
        let more = complete ? nil : reply.next.map { "; more with --after \(TerminalText.safe($0))" }
        return parts.joined(separator: ", ") + (more ?? "") + "\n"
    }

    /// A number at the right of a column.
    private static func padded(_ digits: String) -> String {
        String(repeating: " ", count: max(0, 8 - digits.count)) + digits
    }
}
