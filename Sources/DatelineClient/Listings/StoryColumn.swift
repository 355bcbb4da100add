package import DatelineAPI

/// One column of a list of stories.
package enum StoryColumn: String, ListingColumn {
    case articles, first, last, sources, article, title, date, source, url

    package func value(of row: StorySummary) -> ColumnValue {
        switch self {
        case .articles: .integer(row.articles)
        case .first: .text(row.first)
        case .last: .text(row.last)
        case .sources: .text(row.sources.joined(separator: ", "))
        case .article: .text(row.article.id)
        case .title: .text(row.article.title)
        case .date: .text(row.article.date)
        case .source: .text(row.article.source)
        case .url: .text(row.article.url)
        }
    }
}
