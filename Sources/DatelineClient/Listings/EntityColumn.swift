package import DatelineAPI

/// One column of a list of names.
package enum EntityColumn: String, ListingColumn {
    case articles, passages, filter, type, name

    package func value(of row: EntityCount) -> ColumnValue {
        switch self {
        case .articles: .integer(row.articles)
        case .passages: .integer(row.passages)
        case .filter: .text("\(row.type)=\(row.name)")
        case .type: .text(row.type)
        case .name: .text(row.name)
        }
    }
}
