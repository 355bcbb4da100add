extension Query {
    /// The query without those of its plain words that are stop words, which say nothing about what is sought.
    ///
    /// Only words side by side at the top are plain. `the ports of Chile` becomes `ports Chile`. They stay where they mean
    /// something: in quotes, behind `+`, in capitals (`US`, `WHO`, unless the whole query is in capitals), and when no
    /// other words are left (`to be or not to be`).
    package func withoutStopWords(_ isStopWord: (String) -> Bool) -> Query {
        guard case .sequence = self else { return self }
        let words = parts.compactMap(\.plainWord)
        let isShouted = words.allSatisfy(Self.isInCapitals)
        let kept = parts.filter { part in
            guard let word = part.plainWord, isShouted || !Self.isInCapitals(word) else { return true }
            return !isStopWord(word.lowercased())
        }
        guard kept.contains(where: \.isText) else { return self }
        return kept.count == 1 ? kept[0] : .sequence(kept)
    }

    private var plainWord: String? {
        if case .word(let word) = self { word } else { nil }
    }

    /// Whether the query asks for words, and not for a field's value alone.
    private var isText: Bool {
        switch self {
        case .word, .phrase, .prefix, .fuzzy, .near: true
        case .all, .field, .not: false
        case .sequence(let queries), .and(let queries), .or(let queries): queries.contains(where: \.isText)
        case .required(let query): query.isText
        }
    }

    private static func isInCapitals(_ word: String) -> Bool {
        word.contains(where: \.isUppercase) && !word.contains(where: \.isLowercase)
    }
}
