import TextAnalysis
import XapianKit

/// Turns text into index terms: the project's tokenizer and folding, then the Snowball stemmer, through a cache.
///
/// Not Sendable: it holds a stemmer, and lives on one thread. The same analysis serves indexing, queries and
/// highlights, so they cannot disagree.
final class Analyzer {
    private let stemmer: Stemmer
    private var stems: [[UInt8]: [UInt8]] = [:]
    private var folded: [UInt8] = []
    private var newWords: [(word: [UInt8], term: [UInt8])] = []
    /// The cache is emptied when it has this many words: about 100 bytes each.
    private static let cacheLimit = 100_000

    /// - Throws: `SearchIndexError.storage` when the linked Xapian has no stemmer for English.
    init() throws(SearchIndexError) {
        stemmer = try SearchIndexError.translating { () throws(XapianError) in try Stemmer(language: "english") }
    }

    /// The term of one token of `text`; nil for a token that folds to nothing.
    func term(of token: Token, in text: Span<UInt8>) throws(SearchIndexError) -> [UInt8]? {
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text, token.range, into: &folded)
        if folded.isEmpty { return nil }
        guard token.kind == .word else { return Term.bytes(prefix: "", folded) }
        if let known = stems[folded] { return known }
        let stem = try SearchIndexError.translating { () throws(XapianError) in try stemmer.stem(folded) }
        let term = Term.bytes(prefix: "", stem.isEmpty ? folded : stem)
        if stems.count >= Self.cacheLimit { stems.removeAll(keepingCapacity: true) }
        stems[folded] = term
        newWords.append((folded, term))
        return term
    }

    /// The words stemmed since the last call that were not in the cache, with their terms.
    func takeNewWords() -> [(word: [UInt8], term: [UInt8])] {
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
