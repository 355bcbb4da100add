/// Builds the tree from the tokens: one function a level of binding, from `OR` down to a single operand.
struct Grammar {
    private let tokens: [Token]
    private var index = 0
    private let maxDepth: Int
    private var depth = 0

    init(tokens: [Token], maxDepth: Int) {
        self.tokens = tokens
        self.maxDepth = maxDepth
    }

    /// The whole query.
    mutating func query() throws(QueryError) -> Query {
        guard !tokens.isEmpty else { return .all }
        let query = try alternatives()
        // Every other token either continues a query or is refused as an operand.
        guard let token = current else { return query }
        throw .unmatchedParenthesis(at: token.start)
    }

    private var current: Token? { index < tokens.count ? tokens[index] : nil }

    private mutating func skip(_ kind: Token.Kind) -> Bool {
        guard current?.kind == kind else { return false }
        index += 1
        return true
    }

    /// `a OR b`
    private mutating func alternatives() throws(QueryError) -> Query {
        let first = try conjunction()
        var queries = [first]
        while skip(.or) { queries.append(try conjunction()) }
        return queries.count == 1 ? first : .or(queries)
    }

    /// `a AND b`
    private mutating func conjunction() throws(QueryError) -> Query {
        let first = try sequence()
        var queries = [first]
        while skip(.and) { queries.append(try sequence()) }
        return queries.count == 1 ? first : .and(queries)
    }

    /// `a b`
    private mutating func sequence() throws(QueryError) -> Query {
        let first = try neighbours()
        var queries = [first]
        while current?.kind.startsOperand == true { queries.append(try neighbours()) }
        return queries.count == 1 ? first : .sequence(queries)
    }

    /// `a NEAR/5 b`
    private mutating func neighbours() throws(QueryError) -> Query {
        let start = index
        let first = try operand()
        guard case .near(let distance)? = current?.kind else { return first }
        var phrases = [try phrase(first, from: start)]
        while let token = current, case .near(let next) = token.kind {
            guard next == distance else {
                throw QueryError(
                    .badDistance, "The words of one NEAR have one distance.",
                    hint: "Write NEAR/\(distance) here too, or join two of them with AND.", at: token.start)
            }
            index += 1
            let start = index
            phrases.append(try phrase(try operand(), from: start))
        }
        return .near(phrases, distance: distance)
    }

    /// An operand of `NEAR`, which begins at the token `start`.
    private func phrase(_ query: Query, from start: Int) throws(QueryError) -> Phrase {
        switch query {
        case .word(let word):
            if let phrase = Phrase(word) { return phrase }
        case .phrase(let phrase): return phrase
        default: break
        }
        throw QueryError(
            .badNear, "NEAR joins words and phrases only.",
            hint: "Put the two words beside it in parentheses, as in -(peace NEAR/5 talks).", at: tokens[start].start)
    }

    /// A clause, a group, or one of them excluded or required.
    private mutating func operand() throws(QueryError) -> Query {
        guard let token = current, token.kind.startsOperand else {
            throw missingOperand()
        }
        index += 1
        if case .clause(let query) = token.kind { return query }
        depth += 1
        defer { depth -= 1 }
        guard depth <= maxDepth else {
            throw QueryError(
                .tooDeep, "The query is nested more than \(maxDepth) levels deep.",
                hint: "Take away parentheses and NOTs.", at: token.start)
        }
        switch token.kind {
        case .require: return .required(try operand())
        case .open:
            let query = try alternatives()
            guard skip(.close) else { throw .openParenthesis(at: token.start) }
            return query
        default: return .not(try operand())
        }
    }

    /// What is wrong where a query should begin.
    private func missingOperand() -> QueryError {
        let previous = index > 0 ? tokens[index - 1] : nil
        switch (previous?.kind, current?.kind) {
        case (.open?, nil): return .openParenthesis(at: previous?.start ?? 0)
        case (.open?, .close?): return .emptyParentheses(at: previous?.start ?? 0)
        case (nil, .close?): return .unmatchedParenthesis(at: current?.start ?? 0)
        case (nil, _), (.open?, _): return .danglingOperator(at: current?.start ?? 0)
        default: return .danglingOperator(at: previous?.start ?? 0)
        }
    }
}

extension Token.Kind {
    fileprivate var startsOperand: Bool {
        switch self {
        case .clause, .open, .not, .exclude, .require: true
        case .close, .and, .or, .near: false
        }
    }
}

extension QueryError {
    fileprivate static func openParenthesis(at position: Int) -> QueryError {
        QueryError(
            .openParenthesis, "A parenthesis is not closed.",
            hint: "Close it, or write \\( to search for the character.", at: position)
    }

    fileprivate static func emptyParentheses(at position: Int) -> QueryError {
        QueryError(
            .emptyParentheses, "There is nothing between the parentheses.", hint: "Write a query there.", at: position)
    }

    fileprivate static func unmatchedParenthesis(at position: Int) -> QueryError {
        QueryError(
            .unmatchedParenthesis, "This parenthesis closes nothing.",
            hint: "Open one before it, or write \\) to search for the character.", at: position)
    }

    fileprivate static func danglingOperator(at position: Int) -> QueryError {
        QueryError(
            .danglingOperator, "AND, OR and NEAR stand between two queries, NOT before one.",
            hint: "Write the missing query, or the word in small letters to search for it.", at: position)
    }
}
