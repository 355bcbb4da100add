import TextAnalysis
import XapianKit

/// The stems of a language other than English, from Snowball's algorithm for it.
///
/// Words come folded, so that who types no accents finds the same. The few endings that an algorithm does not know without
/// their accents get them back before stemming, and the stem is folded again. Not Sendable: it holds a stemmer.
final class LanguageStems {
    private let language: Language
    private let stemmer: Stemmer?
    private let elisions: [[UInt8]]
    private let endings: [(folded: [UInt8], accented: [UInt8])]

    /// - Throws: `SearchIndexError.storage` when the linked Xapian has no stemmer for the language.
    init(_ language: Language) throws(SearchIndexError) {
        self.language = language
        stemmer =
            language == .other
            ? nil
            : try SearchIndexError.translating { () throws(XapianError) in try Stemmer(language: language.code) }
        elisions = Self.elisions[language, default: ""].split(separator: " ").map { Array($0.utf8) }
        endings = Self.endings[language, default: []].map { (Array($0.utf8), Array($1.utf8)) }
    }

    /// The stem of a folded word, folded and with the language's mark.
    func stem(of folded: [UInt8]) throws(SearchIndexError) -> [UInt8] {
        LanguageMark.marked(try unmarkedStem(of: withoutElision(folded)), language)
    }

    private func unmarkedStem(of word: [UInt8]) throws(SearchIndexError) -> [UInt8] {
        guard let stemmer else { return word }
        let accented = accented(word)
        let stem = try SearchIndexError.translating { () throws(XapianError) in try stemmer.stem(accented) }
        var output: [UInt8] = []
        Folding.fold(stem.span, 0..<stem.count, into: &output)
        return output.isEmpty ? word : output
    }

    /// `accord` for `l'accord`.
    private func withoutElision(_ word: [UInt8]) -> [UInt8] {
        guard !elisions.isEmpty, let place = word.firstIndex(of: UInt8(ascii: "'")) else { return word }
        return elisions.contains(Array(word[..<place])) ? Array(word[(place + 1)...]) : word
    }

    private func accented(_ word: [UInt8]) -> [UInt8] {
        for (folded, accented) in endings
        where word.count > folded.count + 1 && word.reversed().starts(with: folded.reversed()) {
            return word.dropLast(folded.count) + accented
        }
        return word
    }

    /// Articles, pronouns and prepositions that lose their vowel before another, and are written together with its word.
    private static let elisions: [Language: String] = [
        .french: "l d j m t s n c qu jusqu lorsqu puisqu quoiqu",
        .italian: "l un d c s m t v n gl all dall dell nell sull coll agl dagl degl negl sugl quell quest",
        .catalan: "l d m t s n",
    ]

    /// Endings whose accents the algorithm looks for, the longest first. Portuguese plurals in `-ões` take the ending of
    /// their singular, which the algorithm leaves undone.
    private static let endings: [Language: [(folded: String, accented: String)]] = [
        .spanish: [("cion", "ción"), ("sion", "sión")],
        .portuguese: [("coes", "ção"), ("cao", "ção"), ("oes", "ão")],
    ]
}
