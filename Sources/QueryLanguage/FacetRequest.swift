/// A facet asked for: `FIELD` or `FIELD:N`, where N is the number of values wanted.
///
/// A date field is counted by days, `date`, or with the unit behind a point: `date.month`, `date.year`.
package struct FacetRequest: Equatable, Sendable {
    /// The field's name in the field table.
    package var field: String
    /// What is counted of a date field; of others it has no meaning.
    package var unit: DateUnit
    /// The most values to return, 1…10,000.
    package var limit: Int

    /// The number of values when none is asked for.
    package static let defaultLimit = 10
    /// The numbers that may be asked for.
    package static let limits = 1...10_000

    /// A request for at most `limit` values of `field`.
    package init(field: String, unit: DateUnit = .day, limit: Int = Self.defaultLimit) {
        self.field = field
        self.unit = unit
        self.limit = limit
    }

    /// What the facet is called, without the limit: `person`, `date`, `date.month`.
    package var name: String { unit == .day ? field : "\(field).\(unit.rawValue)" }
}

extension FacetRequest {
    /// Reads `FIELD` or `FIELD:N`.
    /// - Throws: `QueryError`, whose position is an offset into `text`.
    package init(parsing text: String, fields: [String: FieldKind]) throws(QueryError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let names = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let field = try FieldTable(kinds: fields).field(String(names[0]), at: 0)
        guard field.kind.isFacet else {
            throw QueryError(
                .badFacet, "The values of \(field.name) cannot be counted.",
                hint: "Count a field of names, of keywords or of dates, such as person or source.", at: 0)
        }
        self.init(field: field.name)
        if names.count == 2 {
            guard field.kind == .date, let unit = DateUnit(rawValue: names[1].lowercased()) else {
                throw QueryError(
                    .badFacet, "There is no such unit.",
                    hint: "Dates are counted by day, month or year, as in date.month; other fields have no units.",
                    at: names[0].utf8.count + 1)
            }
            self.unit = unit
        }
        guard parts.count == 2 else { return }
        guard let limit = Int(parts[1]), Self.limits.contains(limit) else {
            throw QueryError(
                .badFacet, "This is not a number of values.",
                hint: "Write a number from \(Self.limits.lowerBound) to \(Self.limits.upperBound), as in person:20.",
                at: parts[0].utf8.count + 1)
        }
        self.limit = limit
    }
}
