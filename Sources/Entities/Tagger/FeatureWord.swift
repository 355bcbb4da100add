/// What features are made of, for one word.
struct FeatureWord {
    var word: UInt32 = 0
    /// How it is written, in detail: `Xx`, `XX`, `X.X.`, `d`; a word in a line of capitals as it would be in prose.
    var shape: UInt32 = 0
    /// `WordCasing.code`.
    var casing: UInt8 = 0
    /// `WordCasing.typeCode`.
    var types: UInt8 = 0
    /// What the gazetteers and rules take the word for, and which part of a name it is.
    var reading: UInt8 = 0
    /// How the word is set off from the one before.
    var gap: UInt8 = 0
    var traits: UInt16 = 0
    /// It may be part of a name by its looks.
    var isActive = false
    var isDigits = false
    /// Begins a sentence or a line.
    var opens = false
    /// The text has the same word in small letters.
    var isLowerElsewhere = false
    var style: SentenceStyle = .prose

    /// Before the text and after it.
    static let edge: FeatureWord = {
        var word = FeatureWord()
        word.word = 0xFFFF_FFFF
        word.shape = 0xFFFF_FFFF
        word.gap = 0xFF
        word.opens = true
        return word
    }()

    /// Fills in `casing` and `types`.
    mutating func look(up known: CasingView) {
        let codes = known.codes(word)
        casing = UInt8(truncatingIfNeeded: codes)
        types = UInt8(codes >> 8)
    }
}
