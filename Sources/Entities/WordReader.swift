internal import TextAnalysis

/// Makes words of tokens: case, hash, traits, what stands between, where sentences begin.
struct WordReader {
    private var folded: [UInt8] = []
    private var lineStart = 0

    /// The words of `bytes`, one a token, without the pairs of ideographs.
    static func words(in bytes: [UInt8], tokens: [Token], gazetteer: Gazetteer) -> [Word] {
        var reader = WordReader()
        var words: [Word] = []
        words.reserveCapacity(tokens.count)
        let span = bytes.span
        for token in tokens where token.kind != .ideographPair {
            // Callers may hand over tokens of another text by mistake; such a text has no mentions.
            guard token.start >= words.last?.end ?? 0, token.start < token.end, token.end <= span.count else {
                return []
            }
            words.append(reader.word(span, token, previous: words.last, gazetteer: gazetteer))
        }
        SentenceStyle.mark(&words)
        return words
    }

    private mutating func word(
        _ bytes: Span<UInt8>, _ token: Token, previous: Word?, gazetteer: Gazetteer
    ) -> Word {
        let suffix = Self.possessiveLength(bytes, token.range)
        let range = token.range.lowerBound..<token.range.upperBound - suffix
        folded.removeAll(keepingCapacity: true)
        Folding.fold(bytes, range, into: &folded)
        let hash = WordHash.hash(folded)
        let record = gazetteer.vocabulary.record(folded, hash: hash)
        let dotted = token.range.upperBound < bytes.count && bytes[token.range.upperBound] == UInt8(ascii: ".")
        var word = Word(
            start: Int32(range.lowerBound), end: Int32(range.upperBound), hash: hash, symbol: record?.symbol ?? 0,
            traits: record?.traits ?? [],
            shape: token.kind == .word ? WordShape(bytes, range, dotted: dotted) : .other,
            gap: .other, opensSentence: true, isPossessive: suffix > 0)
        guard let previous else { return word }
        let between = GapReader.read(
            bytes,
            from: Int(previous.end) + (previous.isPossessive ? Self.possessiveLength(bytes, after: previous) : 0),
            to: range.lowerBound, previous: previous, lineStart: &lineStart)
        word.gap = between.gap
        word.opensSentence = between.opensSentence
        return word
    }

    /// How many bytes the `'s` or `’s` at the end of `range` takes, 0 when there is none.
    static func possessiveLength(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        guard range.count > 2, bytes[range.upperBound - 1] | 0x20 == UInt8(ascii: "s") else { return 0 }
        if bytes[range.upperBound - 2] == UInt8(ascii: "'") { return 2 }
        let apostrophe = range.upperBound - 4
        guard apostrophe > range.lowerBound, bytes[apostrophe] == 0xE2, bytes[apostrophe + 1] == 0x80,
            bytes[apostrophe + 2] == 0x99
        else { return 0 }
        return 4
    }

    private static func possessiveLength(_ bytes: Span<UInt8>, after word: Word) -> Int {
        bytes[Int(word.end)] == UInt8(ascii: "'") ? 2 : 4
    }
}
