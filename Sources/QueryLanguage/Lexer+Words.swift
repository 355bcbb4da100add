extension Lexer {
    /// Characters outside quotes up to a space, a parenthesis or a quote.
    struct Run {
        var text = String.UnicodeScalarView()
        /// UTF-8 offset of its first byte.
        var start: Int
        /// Whether a backslash was taken off.
        var isEscaped = false
        /// The first `*` that no backslash stands before: the number of scalars before it, and its UTF-8 offset.
        var star: (index: Int, offset: Int)?
        /// The last `~` that no backslash stands before, likewise.
        var tilde: (index: Int, offset: Int)?
        /// Whether the run ended at the colon after a field's name.
        var isField = false
        /// Whether it is nothing but a `*` that no backslash stands before.
        var isStar: Bool { star?.index == 0 && text.count == 1 }
    }

    /// A word, a prefix, a field with its value, or an operator.
    mutating func word(mayBeOperator: Bool) throws(QueryError) -> Token.Kind {
        let run = try run(mayBeField: true)
        if run.isField { return .clause(try field(named: String(run.text), at: run.start)) }
        if mayBeOperator && !run.isEscaped, let kind = try Self.operator(String(run.text), at: run.start) {
            return kind
        }
        if run.isStar { return .clause(.all) }
        if let prefix = try prefix(run) { return .clause(.prefix(prefix)) }
        if let (word, distance) = try fuzzy(run) { return .clause(.fuzzy(word, distance: distance)) }
        return .clause(.word(String(run.text)))
    }

    /// The next run; there must be one.
    mutating func run(mayBeField: Bool) throws(QueryError) -> Run {
        var run = Run(start: offset)
        var mayBeField = mayBeField
        var length = 0
        while let scalar = peek(), !scalar.isQuerySpace, !scalar.isQueryQuote, scalar != "(", scalar != ")" {
            let position = offset
            _ = take()
            switch scalar {
            case "\\":
                guard let literal = take() else {
                    throw QueryError(
                        .danglingEscape, "A backslash stands at the end.",
                        hint: "Write two backslashes for the character itself.", at: position)
                }
                run.isEscaped = true
                run.text.append(literal)
            case ":" where mayBeField:
                // `Fact Sheet: …` is a pasted headline, not a mistyped field.
                let endsInValue = peek().map { !$0.isQuerySpace } ?? false
                run.isField =
                    !run.isEscaped && !run.text.isEmpty && run.text.allSatisfy(\.isFieldNamePart)
                    && !(peek() == "/" && peek(1) == "/") && (endsInValue || fields.has(String(run.text)))
                if run.isField { return run }
                mayBeField = false
                run.text.append(scalar)
            default:
                if scalar == "*" && run.star == nil { run.star = (length, position) }
                if scalar == "~" { run.tilde = (length, position) }
                run.text.append(scalar)
            }
            length += 1
        }
        return run
    }

    /// The text before the star at the end of `run`, or `nil` when it has none.
    func prefix(_ run: Run) throws(QueryError) -> String? {
        guard let star = run.star else { return nil }
        guard star.index == run.text.count - 1 else {
            throw QueryError(
                .misplacedStar, "A * can only end a word.",
                hint: "Search for the beginning of a word, as in isra*, or write \\* for the character itself.",
                at: star.offset)
        }
        let prefix = String(run.text.dropLast())
        guard prefix.count(where: { $0.isLetter || $0.isNumber }) >= 2 else {
            throw QueryError(
                .shortPrefix, "The beginning of a word is too short.",
                hint: "Write at least two letters or digits before the *.", at: run.start)
        }
        return prefix
    }

    private static func `operator`(_ word: String, at position: Int) throws(QueryError) -> Token.Kind? {
        switch word {
        case "AND": return .and
        case "OR": return .or
        case "NOT": return .not
        case "NEAR": return .near(Query.defaultDistance)
        default:
            guard word.hasPrefix("NEAR/") else { return nil }
            if let distance = Int(word.dropFirst(5)), Query.distances.contains(distance) { return .near(distance) }
            throw QueryError(
                .badDistance, "NEAR/ needs a number of words.",
                hint: "Write NEAR/1 to NEAR/\(Query.distances.upperBound), or NEAR for \(Query.defaultDistance) words.",
                at: position)
        }
    }
}
