/// One token as the recognizer sees it.
struct Word: Sendable {
    /// UTF-8 offsets in the text; a possessive `'s` is left out.
    var start: Int32
    var end: Int32
    /// Of the folded word, as `WordHash` computes it.
    var hash: UInt64
    /// The word's number in the gazetteer, 0 when it has none.
    var symbol: UInt32
    var traits: WordTraits
    var shape: WordShape
    /// What stands between the word before and this one.
    var gap: Gap
    var opensSentence: Bool
    var isPossessive: Bool
    var style: SentenceStyle = .prose

    var range: Range<Int> { Int(start)..<Int(end) }

    /// True when the word can be part of a name that is not known.
    var isNameWord: Bool {
        guard shape.isCapital, end - start > 1 || shape == .initials || !opensSentence else { return false }
        if !traits.contains(.stop) { return true }
        // `Will`, `Mark` and `May` open questions as well as names: only inside a sentence are they names.
        return traits.contains(.givenName) && !opensSentence && !traits.contains(.month)
    }
}
