extension FieldValue {
    /// The value of a field that `text` is as a whole; in a text field, a phrase.
    /// - Throws: `QueryError` with the code `missing_value` or `bad_date`; `position` is the offset of `text`.
    init(exactly text: String, of field: (name: String, kind: FieldKind), at position: Int) throws(QueryError) {
        guard let phrase = Phrase(text) else { throw .missingValue(of: field.name, at: position) }
        switch field.kind {
        case .text: self = .phrase(phrase)
        case .entity, .keyword, .identifier: self = .name(text)
        case .date:
            do {
                self = .dates(try DateRange(parsing: text))
            } catch {
                throw error.moved(by: position)
            }
        }
    }
}

extension QueryError {
    /// The same mistake in a text that begins `distance` bytes earlier.
    func moved(by distance: Int) -> QueryError {
        var error = self
        error.position += distance
        return error
    }

    static func missingValue(of field: String, at position: Int) -> QueryError {
        QueryError(
            .missingValue, "The field \(field) has no value.",
            hint: "Write the value right after the name, in quotes when it has spaces.", at: position)
    }
}
