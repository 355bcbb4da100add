package import DatelineAPI

/// One column of a list of corrections.
package enum CorrectionColumn: String, ListingColumn {
    case number, time, uid, verb, name, into, `where`

    package func value(of row: CorrectionReply) -> ColumnValue {
        switch self {
        case .number: .integer(row.number)
        case .time: .text(row.time)
        case .uid: .integer(row.uid)
        case .verb: .text(row.verb)
        case .name: .text(row.name)
        case .into: .text(row.into)
        case .where: .text(row.where.joined(separator: ", "))
        }
    }
}
