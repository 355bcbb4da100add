package import DatelineAPI

/// One column of a list of gazetteers.
package enum GazetteerColumn: String, ListingColumn {
    case name, rows, bytes, problem

    package func value(of row: GazetteerDetail) -> ColumnValue {
        switch self {
        case .name: .text(row.name)
        case .rows: .integer(row.rows)
        case .bytes: .integer(row.bytes)
        case .problem: .text(row.problem)
        }
    }
}
