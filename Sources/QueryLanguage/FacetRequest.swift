/// A facet asked for: `FIELD` or `FIELD:N`, where N is the number of values wanted.
package struct FacetRequest: Equatable, Sendable {
    /// The field's name in the field table.
    package var field: String
    /// The most values to return, 1…10,000.
    package var limit: Int

    /// The number of values when none is asked for.
    package static let defaultLimit = 10
    /// The numbers that may be asked for.
    package static let limits = 1...10_000

    /// A request for at most `limit` values of `field`.
    package init(field: String, limit: Int = Self.defaultLimit) {
        self.field = field
        self.limit = limit
    }
}

extension FacetRequest {
    /// Reads `FIELD` or `FIELD:N`.
    /// - Throws: `QueryError`, whose position is an offset into `text`.
    package init(parsing text: String, fields: [String: FieldKind]) throws(QueryError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let field = try FieldTable(kinds: fields).field(String(parts[0]), at: 0)
        guard field.kind.isFacet else {
            throw QueryError(
                .badFacet, "The values of \(field.name) cannot be counted.",
                hint: "Count a field of names, of keywords or of dates, such as person or source.", at: 0)
        }
        self.init(field: field.name)
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
