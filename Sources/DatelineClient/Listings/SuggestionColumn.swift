package import DatelineAPI

/// One column of a list of suggestions.
package enum SuggestionColumn: String, ListingColumn {
    case articles, passages, type, text

    package func value(of row: Suggestion) -> ColumnValue {
        switch self {
        case .articles: .integer(row.articles)
        case .passages: .integer(row.passages)
        case .type: .text(row.type)
        case .text: .text(row.text)
        }
    }
}
