/// Tells the language of a text by its function words: the short words that make up a third of most texts.
///
/// Looks at the first hundred words, and at two hundred more where these do not tell. Gives no answer rather than a wrong one: none for short texts, none for
/// texts with sentences of two languages, none for lists of names. How the bounds were chosen is in
/// `docs/decisions/0024-languages.md`.
package enum LanguageDetector {
    /// So many words are looked at, and so many where the first do not tell.
    private static let looks = [100, 300]
    /// A text with fewer words is too short.
    private static let fewest = 20
    /// So many of the words must be function words of the language: one in eight.
    private static let share = 8
    /// And so many different ones, for names repeat `de la`.
    private static let fewestDifferent = 5
    /// For one word that speaks for another language, so many must speak against it.
    private static let margin = 4

    /// - Parameter tokens: those of `text`, from its beginning.
    /// - Returns: the language, `.other` for one that is known to have no stemmer; nil when the text does not tell.
    package static func language(of tokens: some Sequence<Token>, in text: Span<UInt8>) -> Language? {
        var words = 0
        var found: [UInt32] = []
        var different: Set<ShortWord> = []
        var folded: [UInt8] = []
        for token in tokens where token.kind == .word {
            words += 1
            // No function word is that long, however its accents are written.
            if token.range.count <= 24 {
                folded.removeAll(keepingCapacity: true)
                Folding.fold(text, token.range, into: &folded)
                if let word = ShortWord(folded), let lists = lists[word] {
                    found.append(lists)
                    different.insert(word)
                }
            }
            if looks.contains(words) {
                if let language = language(of: found, different, of: words) { return language }
                if words == looks.last { return nil }
            }
        }
        return language(of: found, different, of: words)
    }

    /// - Parameters: `found` are the lists of the function words among the `words` words, `different` those words.
    private static func language(of found: [UInt32], _ different: Set<ShortWord>, of words: Int) -> Language? {
        guard words >= fewest, let best = best(found, of: words) else { return nil }
        let isOfBest = found.map { $0 & best.bit != 0 }
        for other in FunctionWords.lists.indices where other != best.index {
            var (speaking, against) = (0, 0)
            for (lists, isOfBest) in zip(found, isOfBest) where isOfBest != (lists & 1 << UInt32(other) != 0) {
                if isOfBest { against += 1 } else { speaking += 1 }
            }
            if speaking * margin >= against { return nil }
        }
        guard different.count(where: { lists[$0, default: 0] & best.bit != 0 }) >= fewestDifferent else { return nil }
        return FunctionWords.lists[best.index].language
    }

    /// The list that most of the words are in, if they are enough, and its bit.
    private static func best(_ found: [UInt32], of words: Int) -> (index: Int, bit: UInt32)? {
        var counts = [Int](repeating: 0, count: FunctionWords.lists.count)
        for lists in found {
            var rest = lists
            while rest != 0 {
                counts[rest.trailingZeroBitCount] += 1
                rest &= rest - 1
            }
        }
        guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] * share >= words else {
            return nil
        }
        return (best, 1 << UInt32(best))
    }

    /// Which lists each word is in, a bit a list. Words are folded.
    private static let lists: [ShortWord: UInt32] = {
        var lists: [ShortWord: UInt32] = [:]
        for (index, list) in FunctionWords.lists.enumerated() {
            for word in list.words.split(whereSeparator: \.isWhitespace) {
                guard let key = ShortWord(Array(Folding.folded(String(word)).utf8)) else { continue }
                lists[key, default: 0] |= 1 << UInt32(index)
            }
        }
        return lists
    }()
}
