import TextAnalysis

extension Analyzer {
    /// The terms of a folded word in some languages, each once.
    func terms(ofWord folded: [UInt8], in languages: [Language]) throws(SearchIndexError) -> [[UInt8]] {
        var terms: [[UInt8]] = []
        for language in languages {
            let term = try term(ofWord: folded, language)
            if !terms.contains(term) { terms.append(term) }
        }
        return terms
    }

    /// The term of a word that has the mark of its language.
    func term(ofMarkedWord marked: [UInt8]) throws(SearchIndexError) -> [UInt8] {
        let (word, language) = LanguageMark.parted(marked)
        return try term(ofWord: Array(word), language)
    }
}
