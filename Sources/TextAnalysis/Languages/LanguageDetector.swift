/// Tells the language of a text by its function words: the short words that make up a third of most texts.
///
/// Looks at the first few hundred words only, and gives no answer rather than a wrong one: none for short texts, none for
/// texts with sentences of two languages, none for lists of names. How the bounds were chosen is in
/// `docs/decisions/0024-languages.md`.
package enum LanguageDetector {
    /// So many words are looked at.
    private static let looks = 400
    /// A text with fewer words is too short.
    private static let fewest = 20
    /// So many of the words must be function words of the language: one in eight.
    private static let share = 8
    /// And so many different ones, for names repeat `de la`.
    private static let different = 5
    /// For one word that speaks for another language, so many must speak against it.
    private static let margin = 4

    /// - Parameter tokens: those of `text`, from its beginning.
    /// - Returns: the language, `.other` for one that is known to have no stemmer; nil when the text does not tell.
    package static func language(of tokens: some Sequence<Token>, in text: Span<UInt8>) -> Language? {
        var sets: [UInt32] = []
        sets.reserveCapacity(looks)
        var met: Set<[UInt8]> = []
        var folded: [UInt8] = []
        for token in tokens where token.kind == .word {
            folded.removeAll(keepingCapacity: true)
            Folding.fold(text, token.range, into: &folded)
            let set = languages[folded, default: 0]
            sets.append(set)
            if set != 0 { met.insert(folded) }
            if sets.count == looks { break }
        }
        guard sets.count >= fewest, let best = candidate(sets) else { return nil }
        for other in FunctionWords.lists.indices where other != best {
            let (one, two) = (UInt32(1) << UInt32(best), UInt32(1) << UInt32(other))
            let against = sets.count { $0 & one != 0 && $0 & two == 0 }
            let speaking = sets.count { $0 & two != 0 && $0 & one == 0 }
            if speaking * margin >= against { return nil }
        }
        let bit = UInt32(1) << UInt32(best)
        guard met.count(where: { languages[$0, default: 0] & bit != 0 }) >= different else { return nil }
        return FunctionWords.lists[best].language
    }

    /// The list that most of the words are in, if they are enough.
    private static func candidate(_ sets: [UInt32]) -> Int? {
        var counts = [Int](repeating: 0, count: FunctionWords.lists.count)
        for set in sets where set != 0 {
            for index in counts.indices where set >> UInt32(index) & 1 != 0 { counts[index] += 1 }
        }
        let best = counts.indices.max { counts[$0] < counts[$1] }
        return best.flatMap { counts[$0] * share >= sets.count ? $0 : nil }
    }

    /// Which lists each word is in, a bit a list. Words are folded.
    private static let languages: [[UInt8]: UInt32] = {
        var languages: [[UInt8]: UInt32] = [:]
        for (index, list) in FunctionWords.lists.enumerated() {
            for word in list.words.split(whereSeparator: \.isWhitespace) {
                languages[Array(Folding.folded(String(word)).utf8), default: 0] |= 1 << UInt32(index)
            }
        }
        return languages
    }()
}
