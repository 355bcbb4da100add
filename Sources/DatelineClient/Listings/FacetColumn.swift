package import DatelineAPI

/// One column of a facet's values.
package enum FacetColumn: String, ListingColumn {
    case articles, passages, stories, filter, field, value, lift, selected

    /// A value with the facet that it is of.
    package struct Row: Sendable {
        /// As it was asked for: `person`, `date.month`.
        package var facet: String
        package var value: FacetValue

        package init(facet: String, value: FacetValue) {
            self.facet = facet
            self.value = value
        }

        /// What filters and queries call the field: of `date.month`, `date`.
        var field: String { String(facet.prefix { $0 != "." }) }
    }

    package func value(of row: Row) -> ColumnValue {
        switch self {
        case .articles: .integer(row.value.articles)
        case .passages: .integer(row.value.passages)
        case .stories: .integer(row.value.stories)
        case .filter: .text("\(row.field)=\(row.value.value)")
        case .field: .text(row.field)
        case .value: .text(row.value.value)
        case .lift: .number(row.value.lift)
        case .selected: .text(row.value.selected ? "yes" : "no")
        }
    }
}
