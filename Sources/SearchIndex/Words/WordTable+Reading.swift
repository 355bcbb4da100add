extension WordTable {
    /// Reads all words of a database, and how many passages have the term of each; a word that several languages have is
    /// one, with the passages of all its terms.
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
                let term = TermForm(bytes: try analyzer.term(ofMarkedWord: word), isStemmed: true)
                entries.add(word, passages: frequencies[term, default: 0])
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
        for word in Set(words).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let passages = try reader.passages(of: analyzer.term(ofMarkedWord: word))
            entries.add(word, passages: UInt32(passages))
        }
        return entries
    }
}

extension [WordTable.Entry] {
    /// Adds a marked word that follows all others in byte order, to the last entry if that is the same word in another
    /// language.
    fileprivate mutating func add(_ marked: [UInt8], passages: UInt32) {
        let word = [UInt8](LanguageMark.parted(marked).word)
        if last?.word == word {
            self[count - 1].passages += passages
        } else {
            append(Element(word: word, passages: passages))
        }
    }
}

extension UInt32 {
    fileprivate mutating func formMaximum(_ other: UInt32) { self = Swift.max(self, other) }
}
