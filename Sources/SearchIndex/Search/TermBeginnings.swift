import TextAnalysis

/// Tells from a token's first byte that it is none of some terms, before anything is folded or stemmed: so it is for
/// most words of a passage.
///
/// Right because neither folding nor the English stemmer changes the beginning of a word, save for case, when it begins
/// with an ASCII letter or digit; of spelling variants those are known that do (`oestrogen`). A test holds them to
/// that. Of other languages it does not hold: `l'accord`.
struct TermBeginnings {
    /// By first byte in lower case.
    private var isPossible: [Bool]

    init(of terms: [[UInt8]], variants: SpellingVariants) {
        isPossible = [Bool](repeating: false, count: 128)
        for term in terms {
            guard let first = term.first, first < 128 else { continue }
            // A term too long to be kept as it is begins with a control character instead of its word's beginning.
            if first < 0x20 { isPossible = [Bool](repeating: true, count: 128) }
            isPossible[Int(first)] = true
        }
        for change in variants.changedBeginnings where isPossible[Int(change.reading)] {
            isPossible[Int(change.spelling)] = true
        }
    }

    /// Whether the token may have one of the terms.
    func allow(_ token: Token, in text: Span<UInt8>) -> Bool {
        let first = text[Int(token.start)]
        return first >= 128 || isPossible[Int(first | 0x20)]
    }
}
