/// What a row has in one column.
package enum ColumnValue: Equatable, Sendable {
    /// Nil when the row has none.
    case text(String?)
    case integer(Int?)
    case number(Double?)

    /// As tsv prints it, before escaping; empty when there is none.
    var text: String {
        switch self {
        case .text(let text): text ?? ""
        case .integer(let number): number.map { String($0) } ?? ""
        case .number(let number): number.map { String($0) } ?? ""
        }
    }
}

extension ColumnValue: Encodable {
    /// As ndjson prints it: null when there is none, so that every line has the same keys.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text.flatMap { $0.isEmpty ? nil : $0 })
        case .integer(let number): try container.encode(number)
        case .number(let number): try container.encode(number)
        }
    }
}
