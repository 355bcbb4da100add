import TextAnalysis
import XapianKit

/// Turns text into index terms: the project's tokenizer and folding, one spelling for all variants, then the Snowball
/// stemmer of the text's language, through a cache.
///
/// Not Sendable: it holds a stemmer, and lives on one thread. The same analysis serves indexing, queries and
/// highlights, so they cannot disagree.
///
/// Terms have numbers, so that whoever compares terms need not hash or copy them: equal terms have equal numbers until
/// the next `takeNewWords`.
final class Analyzer {
    private let stemmer: Stemmer
    /// Spellings that are one word in this index, in English.
    let variants: SpellingVariants
    /// The stems of languages other than English, once they are met.
    private var stems: [Language: LanguageStems] = [:]
    private var numbers: [TermForm: Int] = [:]
    private var terms: [[UInt8]] = []
    private var folded: [UInt8] = []
    private var newWords: [(word: [UInt8], term: [UInt8])] = []
    /// The cache is emptied when it has this many forms: about 100 bytes each.
    private static let cacheLimit = 100_000

    /// - Throws: `SearchIndexError.storage` when the linked Xapian has no stemmer for English.
    init(variants: SpellingVariants) throws(SearchIndexError) {
        self.variants = variants
        stemmer = try SearchIndexError.translating { () throws(XapianError) in try Stemmer(language: "english") }
    }

    /// The term of one token of `text`; nil for a token that folds to nothing.
    func term(of token: Token, in text: Span<UInt8>, _ language: Language = .english) throws(SearchIndexError)
        -> [UInt8]?
    {
        try number(of: token, in: text, language).map { terms[$0] }
    }

    /// The number of one token's term; nil for a token that folds to nothing.
    func number(of token: Token, in text: Span<UInt8>, _ language: Language = .english) throws(SearchIndexError)
        -> Int?
    {
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text, token.range, into: &folded)
        if folded.isEmpty { return nil }
        return token.kind == .word ? try number(ofWord: folded, language) : number(of: folded)
    }

    /// The number of a folded word's term.
    func number(ofWord folded: [UInt8], _ language: Language = .english) throws(SearchIndexError) -> Int {
        let form = TermForm(bytes: folded, isStemmed: false, language: language)
        if let known = numbers[form] { return known }
        let word = Self.copy(folded)
        let number = number(of: try stem(of: word, language))
        numbers[TermForm(bytes: word, isStemmed: false, language: language)] = number
        newWords.append((LanguageMark.marked(word, language), terms[number]))
        return number
    }

    /// The term of a folded word, past the cache: for all words of an index at once.
    func term(ofWord folded: [UInt8], _ language: Language) throws(SearchIndexError) -> [UInt8] {
        Term.bytes(prefix: "", try stem(of: folded, language))
    }

    private func stem(of folded: [UInt8], _ language: Language) throws(SearchIndexError) -> [UInt8] {
        if language != .english {
            if let known = stems[language] { return try known.stem(of: folded) }
            let met = try LanguageStems(language)
            stems[language] = met
            return try met.stem(of: folded)
        }
        var word = folded
        variants.unify(&word)
        let stem = try SearchIndexError.translating { () throws(XapianError) in try stemmer.stem(word) }
        return stem.isEmpty ? folded : stem
    }

    /// The number of the term that `bytes` make, already stemmed or in no need of it.
    func number(of bytes: [UInt8]) -> Int {
        if let known = numbers[TermForm(bytes: bytes, isStemmed: true)] { return known }
        let bytes = Self.copy(bytes)
        let term = Term.bytes(prefix: "", bytes)
        let number: Int
        if term == bytes {
            number = terms.count
            terms.append(term)
        } else {
            number = self.number(of: term)
        }
        numbers[TermForm(bytes: bytes, isStemmed: true)] = number
        return number
    }

    /// The bytes in a buffer of their own size: what is kept must not hold on to a scratch buffer, which has that of the
    /// longest token.
    private static func copy(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBufferPointer { Array($0) } }

    /// The words stemmed since the last call that were not in the cache, marked with their language, with their terms.
    func takeNewWords() -> [(word: [UInt8], term: [UInt8])] {
        // Here, where nobody holds numbers, and not as soon as the limit is passed.
        if numbers.count >= Self.cacheLimit {
            numbers.removeAll(keepingCapacity: true)
            terms.removeAll(keepingCapacity: true)
        }
        defer { newWords = [] }
        return newWords
    }

    /// The folded, unstemmed form of one token: what a prefix query compares.
    func folded(_ token: Token, in text: Span<UInt8>) -> [UInt8] {
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text, token.range, into: &folded)
        return folded
    }
}
