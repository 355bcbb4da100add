package import DatelineAPI

/// One column of what `show` prints: an article, or a passage with its article.
package enum ShownColumn: String, ListingColumn {
    case id, date, source, title, text, article, url, section, language, authors, start, end

    package enum Row: Sendable {
        case article(ArticleDetail)
        case passage(PassageDetail, of: ArticleSummary)
    }

    package func value(of row: Row) -> ColumnValue {
        switch row {
        case .article(let article): value(of: article)
        case .passage(let passage, let article): value(of: passage, article)
        }
    }

    private func value(of article: ArticleDetail) -> ColumnValue {
        switch self {
        case .id, .article: .text(article.id)
        case .date: .text(article.date)
        case .source: .text(article.source)
        case .title: .text(article.title)
        case .text: .text(article.text)
        case .url: .text(article.url)
        case .section: .text(article.section)
        case .language: .text(article.language)
        case .authors: .text(article.authors.joined(separator: ", "))
        case .start: .integer(0)
        case .end: .integer(article.text.utf8.count)
        }
    }

    private func value(of passage: PassageDetail, _ article: ArticleSummary) -> ColumnValue {
        switch self {
        case .id: .text(passage.id)
        case .article: .text(article.id)
        case .date: .text(article.date)
        case .source: .text(article.source)
        case .title: .text(article.title)
        case .text: .text(passage.text)
        case .url: .text(article.url)
        case .section, .language, .authors: .text(nil)
        case .start: .integer(passage.bytes.start)
        case .end: .integer(passage.bytes.end)
        }
    }
}
