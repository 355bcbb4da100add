/// A filter given beside the query: `FIELD=VALUE`.
///
/// `person=Steve Witkoff`. The value is everything after the first `=`, as it is: no quotes, no backslashes,
/// so what `dateline facet` prints can be given back unchanged. The value of a text field is a phrase. A bare `*` asks
/// for any value of an entity, keyword or date field: a value has a letter or a digit, so none is hidden by that.
package struct FieldFilter: Equatable, Sendable {
    /// The field's name in the field table.
    package var field: String
    /// What the field must have.
    package var value: FieldValue

    /// A filter on a field of the field table.
    package init(field: String, value: FieldValue) {
        self.field = field
        self.value = value
    }

    /// The filter as a query.
    package var query: Query { .field(name: field, value: value) }
}

extension FieldFilter {
    /// Reads `FIELD=VALUE`.
    /// - Throws: `QueryError`, whose position is an offset into `text`.
    package init(
        parsing text: String, fields: [String: FieldKind], limits: QueryLimits = QueryLimits()
    ) throws(QueryError) {
        guard text.utf8.count <= limits.maxBytes else {
            throw QueryError(
                .tooLong, "The filter is longer than \(limits.maxBytes) bytes.", hint: "Write a shorter value.",
                at: limits.maxBytes)
        }
        guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw QueryError(
                .badFilter, "A filter has a field and a value.", hint: "Write FIELD=VALUE, as in place=Baku.", at: 0)
        }
        let field = try FieldTable(kinds: fields).field(String(text[..<equals]), at: 0)
        let start = text.utf8.index(after: equals)
        if text[start...] == "*" && field.kind.isFacet {
            self.init(field: field.name, value: .present)
            return
        }
        let value = try FieldValue(
            exactly: String(text[start...]), of: field, at: text.utf8.distance(from: text.startIndex, to: start))
        self.init(field: field.name, value: value)
    }
}
