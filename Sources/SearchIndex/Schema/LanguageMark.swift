import TextAnalysis

/// What keeps the words of different languages apart in the index: `point` is the English word and its stem, `point#fr` the
/// French. English has no mark, nor have numbers and ideographs, which are the same in every language.
///
/// So an English word never finds an article that is in the index for a French word with the same stem. No word has a `#`
/// in it, and it sorts before everything that words are made of, so the forms of a word stand together in byte order.
enum LanguageMark {
    private static let separator = UInt8(ascii: "#")

    /// A word or a stem with the mark of its language.
    static func marked(_ word: [UInt8], _ language: Language) -> [UInt8] {
        language == .english ? word : word + [separator] + Array(language.code.utf8)
    }

    /// The word without its mark, and the language that the mark names.
    static func parted(_ marked: [UInt8]) -> (word: ArraySlice<UInt8>, language: Language) {
        guard let place = marked.lastIndex(of: separator) else { return (marked[...], .english) }
        let code = String(decoding: marked[(place + 1)...], as: UTF8.self)
        return (marked[..<place], Language(rawValue: code) ?? .other)
    }
}
