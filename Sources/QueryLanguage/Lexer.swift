/// Cuts query text into tokens, in one pass.
struct Lexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// UTF-8 offset of the next scalar.
    private(set) var offset = 0
    let fields: FieldTable

    init(_ text: String, fields: FieldTable) {
        scalars = Array(text.unicodeScalars)
        self.fields = fields
    }

    /// The scalar `distance` places ahead.
    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        index + distance < scalars.count ? scalars[index + distance] : nil
    }

    mutating func take() -> Unicode.Scalar? {
        guard let scalar = peek() else { return nil }
        index += 1
        offset += UTF8.width(scalar)
        return scalar
    }

    /// All tokens of the text.
    /// - Throws: `QueryError`; there are no more clauses than `maxClauses`.
    mutating func tokens(maxClauses: Int) throws(QueryError) -> [Token] {
        var tokens: [Token] = []
        var clauses = 0
        while let token = try next(after: tokens.last) {
            if case .clause = token.kind { clauses += 1 }
            guard clauses <= maxClauses else {
                throw QueryError(
                    .tooManyClauses, "The query has more than \(maxClauses) words and values.",
                    hint: "Split it into several queries.", at: token.start)
            }
            tokens.append(token)
        }
        return tokens
    }

    private mutating func next(after previous: Token?) throws(QueryError) -> Token? {
        let end = offset
        while peek()?.isQuerySpace == true { _ = take() }
        guard let scalar = peek() else { return nil }
        let start = offset
        let startsWord = start > end || start == 0 || previous?.kind == .open
        let isAttached = previous?.kind == .exclude || previous?.kind == .require
        let kind: Token.Kind
        switch scalar {
        case "(", ")":
            _ = take()
            kind = scalar == "(" ? .open : .close
        // Only at the start of a word: the hyphen of Saudi-led, or of "Saudi"-led, excludes nothing.
        case "-" where startsWord && startsOperand(peek(1)), "+" where startsWord && startsOperand(peek(1)):
            _ = take()
            kind = scalar == "-" ? .exclude : .require
        case _ where scalar.isQueryQuote:
            kind = .clause(.phrase(try phrase()))
        default:
            kind = try word(mayBeOperator: !isAttached)
        }
        return Token(kind: kind, start: start)
    }

    /// Whether a sign before `scalar` is a mark. A dash between spaces and `--` are text.
    private func startsOperand(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return !scalar.isQuerySpace && ![")", "-", "+"].contains(scalar)
    }
}
