extension Query {
    /// The query in the parser's own syntax, such as `(abraham OR accords) AND -place:Baku`.
    ///
    /// A parser with the same fields and wide enough limits reads it as this very query, provided that no text in
    /// it is empty, that each list has two queries or more, and that values suit their fields.
    package var queryText: String {
        switch self {
        case .all: "*"
        case .word(let word): escaped(word)
        case .phrase(let phrase): quoted(phrase.text)
        case .prefix(let prefix): escaped(prefix) + "*"
        case .fuzzy(let word, let distance): "\(escaped(word))~\(distance)"
        case .near(let phrases, let distance):
            phrases.map { $0.text.contains(" ") ? quoted($0.text) : escaped($0.text) }
                .joined(separator: " NEAR/\(distance) ")
        case .field(let name, let value): "\(name):\(value.queryText)"
        case .sequence(let queries): joined(queries, by: " ")
        case .and(let queries): joined(queries, by: " AND ")
        case .or(let queries): joined(queries, by: " OR ")
        case .not(let query): "-" + group(query, over: .mark)
        case .required(let query): "+" + group(query, over: .mark)
        }
    }

    private func joined(_ queries: [Query], by separator: String) -> String {
        queries.map { group($0, over: binding) }.joined(separator: separator)
    }

    /// `query` in parentheses unless it binds tighter than its surroundings.
    private func group(_ query: Query, over outer: Binding) -> String {
        query.binding > outer ? query.queryText : "(\(query.queryText))"
    }

    /// How tightly a query's text holds together, loosest first.
    private enum Binding: Int, Comparable {
        case or, and, sequence, near, mark, clause
        static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
    }

    private var binding: Binding {
        switch self {
        case .or: .or
        case .and: .and
        case .sequence: .sequence
        case .near: .near
        case .not, .required: .mark
        case .all, .word, .phrase, .prefix, .fuzzy, .field: .clause
        }
    }
}

extension FieldValue {
    /// The value as it stands after the field's colon.
    package var queryText: String {
        switch self {
        case .word(let word): escaped(word)
        case .phrase(let phrase): quoted(phrase.text)
        case .prefix(let prefix): escaped(prefix) + "*"
        case .fuzzy(let word, let distance): "\(escaped(word))~\(distance)"
        case .name(let name): name.unicodeScalars.contains(where: \.endsOrAltersWord) ? quoted(name) : name
        case .dates(let range): range.description
        case .present: "*"
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar, without a backslash, ends a word or is not a part of it.
    fileprivate var endsOrAltersWord: Bool {
        isQuerySpace || isQueryQuote || ["(", ")", "\\", "*", "~"].contains(self)
    }
}

/// A text between quotes.
private func quoted(_ text: String) -> String {
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
        if scalar.isQueryQuote || scalar == "\\" { result.append("\\") }
        result.append(scalar)
    }
    result.append("\"")
    return String(result)
}

/// A text as one word: with a backslash wherever the parser would see more than a letter.
private func escaped(_ word: String) -> String {
    let scalars = word.unicodeScalars
    let isOperator = ["AND", "OR", "NOT", "NEAR"].contains(word) || word.hasPrefix("NEAR/")
    // A colon makes a field only after a name, and only the first colon can.
    let colon = scalars.firstIndex(of: ":").flatMap { scalars[..<$0].allSatisfy(\.isFieldNamePart) ? $0 : nil }
    var result = String.UnicodeScalarView()
    for index in scalars.indices {
        let scalar = scalars[index]
        let isMark = index == scalars.startIndex && (isOperator || scalar == "-" || scalar == "+")
        if isMark || index == colon || scalar.endsOrAltersWord { result.append("\\") }
        result.append(scalar)
    }
    return String(result)
}
