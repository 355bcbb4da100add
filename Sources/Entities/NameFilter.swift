/// Keeps what names nothing out of the labelled names: `The President`, `Monday`, `He`, `Main Street`.
struct NameFilter {
    private static let small: WordTraits = [.stop, .month, .connector, .preposition, .particle]

    /// What a labelled name comes to.
    enum Verdict: Equatable {
        /// These words, without a title in front.
        case name(Range<Int>)
        /// Words that are no name by themselves: the article may explain `Player`, `May` and `Brown` by a full name.
        case open
        /// Something that the gazetteers say is no name.
        case nothing
    }

    let text: AnnotatedText
    let gazetteer: Gazetteer

    func verdict(_ words: Range<Int>, _ type: EntityType) -> Verdict {
        if isNothing(words) { return .nothing }
        if let match = gazetteer.longestMatch(text.words, at: words.lowerBound, before: words.upperBound),
            match.words == words, gazetteer.entries[Int(match.entry)].type == type
        {
            return .name(words)
        }
        guard let untitled = withoutTitle(words) else {
            // `Senators` and `Rangers` are clubs.
            return type == .person || ArticleNames.withoutArticle(words, text).count > 1 ? .open : .name(words)
        }
        let name = type == .person ? untitled : words
        return type == .misc || !isOrdinary(name, type) ? .name(name) : .open
    }

    /// True when phrases that the gazetteers call nothing are all there is: `African Americans`.
    private func isNothing(_ words: Range<Int>) -> Bool {
        var index = max(0, words.lowerBound - 3)
        var isAny = false
        while index < words.upperBound {
            if let match = gazetteer.longestMatch(text.words, at: index), match.words.upperBound > words.lowerBound,
                gazetteer.entries[Int(match.entry)].kind == .nothing
            {
                isAny = true
                index = match.words.upperBound
                continue
            }
            if index >= words.lowerBound, text.words[index].shape != .lower { return false }
            index += 1
        }
        return isAny
    }

    /// `words` without the titles in front, with or without a `the`; nil when nothing else is left.
    private func withoutTitle(_ words: Range<Int>) -> Range<Int>? {
        var name = words
        if name.count > 1, text.words[name.lowerBound].hash == ArticleNames.the { name = name.dropFirst() }
        while let match = gazetteer.longestMatch(text.words, at: name.lowerBound), isTitle(match),
            match.words.upperBound <= name.upperBound
        {
            if match.words.upperBound == name.upperBound {
                // `King` and `Bishop` are surnames, too.
                let isSurname = name.count == 1 && text.words[name.lowerBound].traits.contains(.surname)
                return isSurname ? name : nil
            }
            if match.words.count == 1, text.words[name.lowerBound].traits.contains(.givenName) { break }
            name = match.words.upperBound..<name.upperBound
        }
        return name
    }

    private func isTitle(_ match: GazetteerMatch) -> Bool { gazetteer.entries[Int(match.entry)].kind == .title }

    /// True for small words, and at a sentence's start or in a headline for ordinary ones. They may be an organization or
    /// a place (`Target`, `New Democracy`), save when the text has them in small letters, too.
    private func isOrdinary(_ words: Range<Int>, _ type: EntityType) -> Bool {
        if words.allSatisfy(isSmall) { return true }
        let first = text.words[words.lowerBound]
        // `the Department` and `the Board` tell one organization from no other.
        if type == .organization, words.count == 1, first.shape == .capitalized,
            first.traits.contains(.organizationHead)
        {
            return true
        }
        guard first.opensSentence || first.style != .prose else { return false }
        guard words.allSatisfy({ isSmall($0) || (text.words[$0].shape != .capitals && text.isOrdinary($0)) }) else {
            return false
        }
        return type == .person || words.allSatisfy { text.hasLowercased(text.words[$0].hash) }
    }

    /// True for a pronoun, a day, a number, a small word, a single letter.
    private func isSmall(_ index: Int) -> Bool {
        let word = text.words[index]
        if word.shape == .other || word.range.count == 1 { return true }
        return !word.traits.isDisjoint(with: Self.small) && word.traits.isDisjoint(with: [.givenName, .surname])
    }
}
