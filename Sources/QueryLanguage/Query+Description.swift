extension Query: CustomStringConvertible {
    /// The tree, for tests and for people who ask how their query was read.
    ///
    /// `abraham accords -place:Baku` is `(sequence (word abraham) (word accords) (not (field place Baku)))`.
    package var description: String {
        switch self {
        case .all: "all"
        case .word(let word): "(word \(atom(word)))"
        case .phrase(let phrase): "(phrase \(atom(phrase.text)))"
        case .prefix(let prefix): "(prefix \(atom(prefix)))"
        case .fuzzy(let word, let distance): "(fuzzy/\(distance) \(atom(word)))"
        case .near(let phrases, let distance):
            "(near/\(distance)\(phrases.map { " " + atom($0.text) }.joined()))"
        case .field(let name, let value): "(field \(name) \(value))"
        case .sequence(let queries): list("sequence", queries)
        case .and(let queries): list("and", queries)
        case .or(let queries): list("or", queries)
        case .not(let query): "(not \(query))"
        case .required(let query): "(required \(query))"
        }
    }

    private func list(_ name: String, _ queries: [Query]) -> String {
        "(\(name)\(queries.map { " \($0)" }.joined()))"
    }
}

extension FieldValue: CustomStringConvertible {
    /// The value in the tree: `(word peace)`, `(phrase "White House")`, `"Steve Witkoff"`, `2025-07-01..2025-07-31`,
    /// `*`. A name that is a star itself stands in quotes.
    package var description: String {
        switch self {
        case .word(let word): "(word \(atom(word)))"
        case .phrase(let phrase): "(phrase \(atom(phrase.text)))"
        case .prefix(let prefix): "(prefix \(atom(prefix)))"
        case .fuzzy(let word, let distance): "(fuzzy/\(distance) \(atom(word)))"
        case .name(let name): atom(name)
        case .dates(let range): range.description
        case .present: "*"
        }
    }
}

/// A text as it stands when it is one plain word, else in quotes with its odd characters escaped.
private func atom(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.'’".contains($0) }
    return isPlain ? text : text.debugDescription
}
