extension WordTable {
    /// Reads all words of a database, and how many passages have the term of each.
    /// - Throws: `SearchIndexError.interrupted` at the deadline, `.storage`, `.overtaken`.
    init(reader: IndexReader, analyzer: Analyzer) throws(SearchIndexError) {
        var frequencies: [TermForm: UInt32] = [:]
        for scope in [Plan.Scope.text, .title] {
            try reader.forEachWordTerm(scope) { term, passages in
                // A word of headlines alone is found by them.
                frequencies[TermForm(bytes: term, isStemmed: true), default: 0].formMaximum(passages)
            }
        }
        var entries: [Entry] = []
        var failure: SearchIndexError?
        try reader.forEachWord { word in
            do throws(SearchIndexError) {
                let term = TermForm(bytes: try analyzer.term(ofWord: word), isStemmed: true)
                entries.append(Entry(word: word, passages: frequencies[term, default: 0]))
            } catch {
                failure = error
            }
            return failure == nil
        }
        if let failure { throw failure }
        self.init(entries)
    }

    /// Some words with how many passages have their terms, in byte order, each once.
    static func entries(of words: [[UInt8]], reader: IndexReader, analyzer: Analyzer) throws(SearchIndexError)
        -> [Entry]
    {
        var entries: [Entry] = []
        for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) where entries.last?.word != word {
            let passages = try reader.passages(of: analyzer.term(ofWord: word))
            entries.append(Entry(word: word, passages: UInt32(passages)))
        }
        return entries
    }
}

extension UInt32 {
    fileprivate mutating func formMaximum(_ other: UInt32) { self = Swift.max(self, other) }
}
