import TextAnalysis

/// The terms that a piece of query text stands for in a language, in order, at adjacent positions.
enum QueryTokens {
    /// Of a run of ideographs the pairs are used, which are rarer than its characters; its last character is added
    /// where another word follows, so that positions stay adjacent.
    static func terms(of text: String, analyzer: Analyzer, _ language: Language = .english) throws(SearchIndexError)
        -> [[UInt8]]
    {
        let bytes = Array(text.utf8)
        let tokens = Tokenizer.tokens(in: bytes.span)
        var terms: [[UInt8]] = []
        for (index, token) in tokens.enumerated() {
            if token.kind == .ideograph {
                let next = index + 1 < tokens.count ? tokens[index + 1] : nil
                let startsPair = next?.kind == .ideographPair && next?.start == token.start
                let endsPair =
                    index > 0 && tokens[index - 1].kind == .ideographPair && tokens[index - 1].end == token.end
                if startsPair || (endsPair && next == nil) { continue }
            }
            if let term = try analyzer.term(of: token, in: bytes.span, language) { terms.append(term) }
        }
        return terms
    }
}
