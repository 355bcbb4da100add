/// What a query asks of one field. The kind of the field decides which case it can be.
package enum FieldValue: Equatable, Sendable {
    /// A text field has this word.
    case word(String)
    /// A text field has these words side by side.
    case phrase(Phrase)
    /// A text field has a word that begins so; two characters at least.
    case prefix(String)
    /// A text field has a word at most so many typing errors away.
    case fuzzy(String, distance: Int)
    /// An entity, keyword or identifier field has this value, as typed: the index folds it.
    case name(String)
    /// A date field lies in this range.
    case dates(DateRange)
    /// An entity, keyword or date field has any value: `person:*`.
    case present
}
