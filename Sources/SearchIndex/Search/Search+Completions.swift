import TextAnalysis

extension Search {
    /// Names that go on from the last words of the text, at any word of theirs, and words that go on from its last one.
    ///
    /// Names and words have half of the places each; what one does not fill is the other's.
    /// - Throws: `SearchIndexError.interrupted`, `.storage`, `.overtaken`.
    func completions(_ request: CompletionQuery) throws(SearchIndexError) -> CompletionList {
        let names = try names(completing: request.text, limit: request.limit)
        let words = try words(completing: request.text, limit: request.limit)
        let half = (request.limit + 1) / 2
        let namesShown = min(names.count, max(half, request.limit - words.count))
        return CompletionList(
            stamp: stamp, items: Array(names.prefix(namesShown) + Array(words.prefix(request.limit - namesShown))),
            isExact: true)
    }

    /// Names that begin so from any word on: first those that go on from most of the text's last words, then by articles.
    private func names(completing text: String, limit: Int) throws(SearchIndexError) -> [CompletionList.Item] {
        let names = try names()
        let words = NameTable.key(text).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true)
        // After a space the word is complete, and another one must follow.
        let isOpen = text.unicodeScalars.last.map { $0.properties.isWhitespace } != true
        var found: [NameTable.Entry] = []
        let longest = min(words.count, 4)
        for count in stride(from: longest, through: min(1, longest), by: -1) where found.count < limit {
            var prefix = Array(words.suffix(count).joined(separator: [UInt8(ascii: " ")]))
            if !isOpen, !prefix.isEmpty { prefix.append(UInt8(ascii: " ")) }
            for entry in names.beginning(with: prefix, limit: limit) where !found.contains(entry) {
                found.append(entry)
            }
        }
        return found.prefix(limit).map { entry in
            CompletionList.Item(
                type: Field.facets[entry.facet].name, text: names.text(of: entry), articles: entry.articles,
                passages: entry.passages)
        }
    }

    /// Words that begin like the last word of the text, one for each stem.
    private func words(completing text: String, limit: Int) throws(SearchIndexError) -> [CompletionList.Item] {
        let bytes = Array(text.utf8)
        guard let last = Tokenizer.tokens(in: bytes.span).last, last.kind == .word, last.range.upperBound == bytes.count
        else { return [] }
        let table = try context.caches.words.table(of: snapshot, reader: reader, analyzer: context.analyzer)
        let range = table.range(prefix: context.analyzer.folded(last, in: bytes.span))
        // Words of one stem are as frequent as each other, so a few times as many as are wanted have enough stems.
        var order: [[[UInt8]]] = []
        var words: [[[UInt8]]: [Int]] = [:]
        for index in table.mostFrequent(range, limit: limit * 8) {
            let terms = try context.analyzer.terms(ofWord: Array(table[index]), in: snapshot.languages.sought)
            if words[terms] == nil { order.append(terms) }
            words[terms, default: []].append(index)
        }
        return order.prefix(limit).compactMap { words[$0] }.map { alike in
            // Shortest first, so that the first of the best is the shortest of them.
            let inflections = alike.map { table.inflections(of: $0) }
            let chosen = alike[inflections.firstIndex(of: inflections.max() ?? 0) ?? 0]
            return CompletionList.Item(
                type: "word", text: String(decoding: table[chosen], as: UTF8.self),
                passages: Int(table.passages[chosen]))
        }
    }
}
