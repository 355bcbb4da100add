import QueryLanguage

/// Fields of every kind.
let fields: [String: FieldKind] = [
    "title": .text, "person": .entity, "place": .entity, "organization": .entity, "misc": .entity, "source": .keyword,
    "section": .keyword, "author": .keyword, "language": .keyword, "tag": .keyword, "article": .identifier,
    "date": .date,
]

let parser = QueryParser(fields: fields)

/// The tree of a query, or its error as `code at position`: the text that the tests compare.
func tree(_ text: String, _ parser: QueryParser = parser) -> String {
    do {
        return try parser.parse(text).description
    } catch {
        return error.description
    }
}
