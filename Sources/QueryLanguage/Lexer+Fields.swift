extension Lexer {
    /// The field `name`, whose colon has been read, with the value that follows.
    mutating func field(named name: String, at start: Int) throws(QueryError) -> Query {
        let field = try fields.field(
            name, at: start, advice: " To search for the text itself, put it in quotes or write \\: for the colon.")
        let position = offset
        guard let scalar = peek(), !scalar.isQuerySpace, scalar != ")" else {
            throw .missingValue(of: field.name, at: position)
        }
        guard scalar != "(" else {
            throw QueryError(
                .badValue, "A field takes one value.",
                hint: "Repeat the field, as in (\(field.name):one OR \(field.name):two).", at: position)
        }
        return .field(name: field.name, value: try value(of: field, quote: scalar.isQueryQuote ? scalar : nil))
    }

    private mutating func value(
        of field: (name: String, kind: FieldKind), quote: Unicode.Scalar?
    ) throws(QueryError) -> FieldValue {
        let start = offset + (quote.map(UTF8.width) ?? 0)
        if field.kind == .text {
            if quote != nil { return .phrase(try phrase()) }
            let run = try run(mayBeField: false)
            if let prefix = try prefix(run) { return .prefix(prefix) }
            if let (word, distance) = try fuzzy(run) { return .fuzzy(word, distance: distance) }
            return .word(String(run.text))
        }
        if quote != nil { return try FieldValue(exactly: try quoted(), of: field, at: start) }
        let run = try run(mayBeField: false)
        if run.isStar && field.kind.isFacet { return .present }
        return try FieldValue(exactly: try exact(run, of: field.name), of: field, at: start)
    }

    /// The text of a value that is not searched by words.
    private func exact(_ run: Run, of field: String) throws(QueryError) -> String {
        guard let star = run.star else { return String(run.text) }
        throw QueryError(
            .badValue, "A value of \(field) cannot have a *.",
            hint: "Write the whole value, a * alone for any value, or \\* for the character itself.", at: star.offset)
    }

    /// The words between quotes; the next scalar is the opening one.
    mutating func phrase() throws(QueryError) -> Phrase {
        let start = offset
        guard let phrase = Phrase(try quoted()) else {
            throw QueryError(
                .emptyPhrase, "There is nothing between the quotes.", hint: "Write words between the quotes.", at: start
            )
        }
        return phrase
    }

    /// The text between quotes, without the backslashes. Any closing quote will do: people mix them.
    private mutating func quoted() throws(QueryError) -> String {
        let start = offset
        _ = take()
        var text = String.UnicodeScalarView()
        while let scalar = take() {
            if scalar.isQueryQuote { return String(text) }
            if scalar != "\\" {
                text.append(scalar)
            } else if let literal = take() {
                text.append(literal)
            }
        }
        throw QueryError(
            .openQuote, "A quote is not closed.",
            hint: "Close it, or write a backslash before it to search for the character.", at: start)
    }
}
