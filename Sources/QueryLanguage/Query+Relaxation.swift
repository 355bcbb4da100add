extension Query {
    /// Whether the query is nothing but words written side by side, none of them required.
    package var isPlainWords: Bool { parts.allSatisfy(\.isWord) }

    /// The query with any one of its plain words enough; `nil` when there are not two words to choose from.
    ///
    /// Only words side by side at the top are plain. `abraham accords +Gaza -place:Baku` becomes
    /// `(abraham OR accords) AND +Gaza AND -place:Baku`.
    package var relaxed: Query? {
        let words = parts.filter(\.isWord)
        guard words.count > 1 else { return nil }
        let others = parts.filter { !$0.isWord }
        return others.isEmpty ? .or(words) : .and([.or(words)] + others)
    }

    /// What stands side by side at the top. Parentheses around such words change nothing: `flow (in a tunnel)`.
    var parts: [Query] {
        if case .sequence(let queries) = self { queries.flatMap(\.parts) } else { [self] }
    }

    private var isWord: Bool {
        if case .word = self { true } else { false }
    }
}
