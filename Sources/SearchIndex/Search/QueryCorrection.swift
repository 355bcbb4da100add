import QueryLanguage
import TextAnalysis

/// Puts the spelling of a query right, word by word, with words and names that the index has.
///
/// Only what is likely to be a mistake is touched: plain words and words of headlines that hardly any passage has, and
/// values of names that stand for nothing. What is in quotes, excluded, a prefix, or has `~` is meant as it stands.
struct QueryCorrection {
    private let search: Search
    /// A query with more unknown words than this is no query that somebody mistyped.
    private var lookUpsLeft = 8

    init(_ search: Search) { self.search = search }

    /// - Throws: `SearchIndexError`: `interrupted`, `storage`, `overtaken`.
    mutating func corrected(_ query: Query) throws(SearchIndexError) -> Query {
        switch query {
        case .word(let text): return .word(try corrected(text))
        case .required(let query): return .required(try corrected(query))
        case .sequence(let queries): return .sequence(try corrected(queries))
        case .and(let queries): return .and(try corrected(queries))
        case .or(let queries): return .or(try corrected(queries))
        case .field(let name, .word(let text)): return .field(name: name, value: .word(try corrected(text)))
        case .field(let name, .name(let text)):
            guard let field = Field.named(name), field.kind == .entity else { return query }
            return .field(name: name, value: .name(try correctedName(text, of: field) ?? text))
        case .all, .phrase, .prefix, .fuzzy, .near, .field, .not: return query
        }
    }

    private mutating func corrected(_ queries: [Query]) throws(SearchIndexError) -> [Query] {
        var corrected: [Query] = []
        for query in queries { corrected.append(try self.corrected(query)) }
        return corrected
    }

    /// The words of a text, each as it stands or put right.
    private mutating func corrected(_ text: String) throws(SearchIndexError) -> String {
        var bytes = Array(text.utf8)
        // From the last one on, so that the places of the others stay.
        for token in Tokenizer.tokens(in: bytes.span).reversed() where token.kind == .word {
            var word = search.context.analyzer.folded(token, in: bytes.span)
            let ending = word.suffix(2).elementsEqual("'s".utf8) ? "'s" : ""
            word.removeLast(ending.utf8.count)
            guard let better = try better(word) else { continue }
            let typed = String(decoding: bytes[token.range], as: UTF8.self)
            bytes.replaceSubrange(token.range, with: (Self.cased(better, like: typed) + ending).utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The word that `word` was probably meant to be; nil where it may well be right.
    private mutating func better(_ word: [UInt8]) throws(SearchIndexError) -> [UInt8]? {
        // Numbers and names of aircraft are not misspelt words.
        if word.contains(where: { $0 &- UInt8(ascii: "0") < 10 }) { return nil }
        var passages = 0
        for term in try search.context.analyzer.terms(ofWord: word, in: search.snapshot.languages.sought) {
            passages += try search.reader.passages(of: term)
        }
        guard passages < Spelling.enoughPassages, lookUpsLeft > 0 else { return nil }
        lookUpsLeft -= 1
        let table = try search.context.caches.words.table(
            of: search.snapshot, reader: search.reader, analyzer: search.context.analyzer)
        return try Spelling.candidates(
            for: word, passages: passages, in: table, limit: 1, until: search.context.deadline
        ).first.map { Array(table[$0.index]) }
    }

    /// The name in a field that `text` was probably meant to be; nil where it stands for something, or nothing is near.
    private func correctedName(_ text: String, of field: Field) throws(SearchIndexError) -> String? {
        guard let facet = field.facet, try search.builder.vocabulary.values(of: field, named: text).isEmpty else {
            return nil
        }
        let names = try search.names()
        var combinations: [(errors: Int, words: [[UInt8]])] = [(0, [])]
        for part in NameTable.key(text).split(separator: UInt8(ascii: " ")).map({ Array($0) }) {
            // Each word may be right for itself, and not beside the others.
            var choices = names.has(part) ? [part] : []
            for table in [names.table.words, names.recent.words] {
                choices += try Spelling.candidates(
                    for: part, passages: 0, in: table, limit: 5, until: search.context.deadline
                ).map { Array(table[$0.index]) }
            }
            combinations = combinations.flatMap { combination in
                choices.enumerated().map { (combination.errors + $0.offset, combination.words + [$0.element]) }
            }
            // The likeliest few are enough.
            combinations = Array(combinations.sorted { $0.errors < $1.errors }.prefix(25))
        }
        for (_, words) in combinations {
            if let name = names.name(having: words, facet: facet) { return names.text(of: name) }
        }
        return nil
    }

    /// A folded word with capitals where the typed one has them: at its beginning, or everywhere.
    private static func cased(_ word: [UInt8], like typed: String) -> String {
        let word = String(decoding: word, as: UTF8.self)
        guard typed.first?.isUppercase == true else { return word }
        if typed.count > 1, typed == typed.uppercased() { return word.uppercased() }
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}
