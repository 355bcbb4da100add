import Corpus
import TextAnalysis

extension Term {
    /// The prefix of the term that says what all the words of a passage are.
    private static let wordingPrefix = "XH"

    /// The term that passages with the same words in the same order share, and no others: 64 bits of a hash of the words as
    /// they are folded, so that case, accents, punctuation and white space do not matter. Nil for a text without words.
    ///
    /// The text alone decides, so that the term of a stored passage can be made again.
    static func wording(of text: String) -> [UInt8]? {
        let bytes = text.utf8.span
        var words: [UInt8] = []
        // A pair of ideographs says nothing that the two do not say, and whether there is one depends on punctuation.
        for token in Tokenizer.tokens(in: bytes) where token.kind != .ideographPair {
            let start = words.count
            Folding.fold(bytes, token.range, into: &words)
            // No word has a space in it.
            if words.count > start { words.append(UInt8(ascii: " ")) }
        }
        if words.isEmpty { return nil }
        let hash = StableHash(words.span).first
        return Array(wordingPrefix.utf8) + withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }
}
