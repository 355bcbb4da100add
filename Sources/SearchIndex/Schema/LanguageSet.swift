import TextAnalysis

/// The languages that an index has articles in, by their stemming: English first, then by code.
struct LanguageSet: Equatable, Sendable {
    static let english = LanguageSet([.english])

    private(set) var languages: [Language] = []

    init(_ languages: [Language] = []) {
        for language in languages { insert(language) }
    }

    /// The languages that words are looked for in: one at least, also when there is no article.
    var sought: [Language] { languages.isEmpty ? [.english] : languages }

    var hasEnglish: Bool { languages.contains(.english) }

    mutating func insert(_ language: Language) {
        if languages.contains(language) { return }
        languages.append(language)
        languages.sort { ($0 == .english ? "" : $0.code) < ($1 == .english ? "" : $1.code) }
    }

    /// Their codes, with spaces between.
    var encoded: [UInt8] { Array(languages.map(\.code).joined(separator: " ").utf8) }

    /// - Throws: `SearchIndexError.corrupt` for a code of no language.
    init(decoding bytes: [UInt8]) throws(SearchIndexError) {
        for code in String(decoding: bytes, as: UTF8.self).split(separator: " ") {
            guard let language = Language(rawValue: String(code)) else {
                throw .corrupt("the index has articles in an unknown language, \(code)")
            }
            insert(language)
        }
    }
}
