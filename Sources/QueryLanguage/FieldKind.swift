/// How the values of a field are written in a query.
package enum FieldKind: Sendable {
    /// Words, searched like the text: `title`.
    case text
    /// Names of entities: `person`, `place`.
    case entity
    /// Exact values from a short list: `source`, `language`.
    case keyword
    /// Days, months, years and ranges of them: `date`.
    case date
    /// Exact values that each name one thing: `article`.
    case identifier
}

extension FieldKind {
    /// Whether the values can be counted as a facet, and a bare `*` asks for any of them.
    package var isFacet: Bool {
        switch self {
        case .entity, .keyword, .date: true
        case .text, .identifier: false
        }
    }
}
