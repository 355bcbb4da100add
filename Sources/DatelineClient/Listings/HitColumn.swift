package import DatelineAPI

/// One column of a list of hits.
package enum HitColumn: String, ListingColumn {
    case score, id, date, source, title, text, article, url, start, end, copies

    /// What tsv prints when nothing else is asked for.
    package static let usual: [HitColumn] = [.score, .id, .date, .source, .title, .text]

    /// Where it stands in JSON is a name as well: `article.title` is `title`, `article.id` is `article`.
    package static func named(_ name: String) -> HitColumn? {
        guard name.hasPrefix("article."), let column = HitColumn(rawValue: String(name.dropFirst(8))) else {
            return HitColumn(rawValue: name)
        }
        switch column {
        case .id: return .article
        case .title, .date, .source, .url: return column
        default: return nil
        }
    }

    package func value(of hit: Hit) -> ColumnValue {
        switch self {
        case .score: .number(hit.score)
        case .id: .text(hit.id)
        case .date: .text(hit.article.date)
        case .source: .text(hit.article.source)
        case .title: .text(hit.article.title)
        case .text: .text(hit.text)
        case .article: .text(hit.article.id)
        case .url: .text(hit.article.url)
        case .start: .integer(hit.bytes.start)
        case .end: .integer(hit.bytes.end)
        case .copies: .integer(hit.copies ?? 0)
        }
    }
}
