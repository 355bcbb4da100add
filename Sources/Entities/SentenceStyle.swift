/// How the sentence of a word is capitalized, which decides how much a capital tells.
enum SentenceStyle: UInt8, Sendable {
    case prose
    /// `Leaders Sign a Peace Deal in Washington`
    case headline
    /// `LEADERS SIGN A PEACE DEAL`
    case capitals
}

extension SentenceStyle {
    /// Finds each sentence's style and writes it to its words.
    static func mark(_ words: inout [Word]) {
        var start = 0
        while start < words.count {
            var end = start + 1
            while end < words.count, !words[end].opensSentence { end += 1 }
            let style = style(of: words[start..<end])
            if style != .prose {
                for index in start..<end { words[index].style = style }
            }
            start = end
        }
    }

    private static func style(of sentence: ArraySlice<Word>) -> SentenceStyle {
        var capitalized = 0
        var capitals = 0
        for word in sentence {
            switch word.shape {
            case .lower:
                // Small words stay small in headlines.
                guard !word.traits.isDisjoint(with: [.connector, .preposition, .particle]) else { return .prose }
            case .capitalized: capitalized += 1
            case .capitals: capitals += 1
            case .initials, .other: break
            }
        }
        if capitals >= 3, capitals > 2 * capitalized { return .capitals }
        return capitalized + capitals >= 4 ? .headline : .prose
    }
}
