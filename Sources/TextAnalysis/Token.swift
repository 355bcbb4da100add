/// One token of a text: what indexing, queries, highlights and entities all see.
package struct Token: Equatable, Sendable {
    /// What a token is made of.
    package enum Kind: UInt8, Sendable {
        /// Letters, perhaps with digits, apostrophes or the dots of an acronym.
        case word
        /// Digits alone, with the dots and commas of a number.
        case number
        /// One character of a script written without spaces.
        case ideograph
        /// Two adjacent ideographs, which stand for a word of such a script.
        case ideographPair
    }

    /// UTF-8 offset of the first byte.
    package var start: Int32
    /// UTF-8 offset one past the last byte.
    package var end: Int32
    /// Word position in the tokenized text, from 0. An `ideographPair` has the position of its first character.
    package var position: Int32
    package var kind: Kind

    package init(start: Int32, end: Int32, position: Int32, kind: Kind) {
        self.start = start
        self.end = end
        self.position = position
        self.kind = kind
    }

    /// The bytes of the token in the text.
    package var range: Range<Int> { Int(start)..<Int(end) }
}
