import Entities
import QueryLanguage
import TextAnalysis

/// What the index knows by name: its words and its facet values.
struct Vocabulary {
    let reader: IndexReader
    let analyzer: Analyzer
    let tables: WordTables
    let snapshot: Snapshot
    /// What corrections make of names.
    private var names: CorrectedNames? { snapshot.names }
    /// The languages of its articles.
    var languages: [Language] { snapshot.languages.sought }
    /// The most terms that one prefix or misspelt word in one language, or one name, may stand for.
    let expansion: Int

    /// The terms of all words that begin with `prefix`, a folded text.
    ///
    /// The index holds stems, so it is the table of words that is asked: `normaliz*` finds `normalize`, whose stem is
    /// `normal`. Terms that begin so themselves (numbers, ideographs) are found directly.
    /// - Throws: `SearchIndexError.badQuery` when there are more than `expansion` for each language of the index.
    func terms(prefix: [UInt8]) throws(SearchIndexError) -> [[UInt8]] {
        let limit = expansion * languages.count + 1
        let terms = Set(try reader.stems(ofWordsWithPrefix: prefix, limit: limit))
            .union(try reader.terms(prefix: prefix, limit: limit))
        guard terms.count < limit else {
            throw SearchIndexError(
                .badQuery, "more than \(expansion) words begin with the prefix",
                hint: "write more letters before the *")
        }
        return terms.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Whether a text or a headline has the term.
    func has(_ term: [UInt8]) throws(SearchIndexError) -> Bool {
        if try reader.frequency(of: term) > 0 { return true }
        return try reader.frequency(of: Array((Field.title.prefix ?? "").utf8) + term) > 0
    }

    /// The terms of all words at most `distance` typing errors from `word`, a folded text, its own included.
    /// - Throws: `SearchIndexError.badQuery` when there are more than `expansion` for each language of the index.
    func terms(near word: [UInt8], distance: Int) throws(SearchIndexError) -> [[UInt8]] {
        let table = try tables.table(of: snapshot, reader: reader, analyzer: analyzer)
        var terms = Set(try analyzer.terms(ofWord: word, in: languages))
        for near in try table.near(word, limit: distance, until: reader.deadline) {
            terms.formUnion(try analyzer.terms(ofWord: Array(table[near.index]), in: languages))
        }
        guard terms.count <= expansion * languages.count else {
            throw SearchIndexError(
                .badQuery, "more than \(expansion) words are so near the word",
                hint: "allow fewer errors, or write the word without ~")
        }
        return terms.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The values that `name` means as one of `field`: the value of that name where there is one, else every value that
    /// has all the words of `name` (`Witkoff` means Steve Witkoff). A name that corrections move stands for the one that
    /// it is moved to, which may be another field's; a hidden one for nothing.
    /// - Returns: the keys by field.
    func values(of field: Field, named name: String) throws(SearchIndexError) -> [(field: Field, keys: [String])] {
        guard let names, field.kind == .entity else {
            let keys = try keys(of: field, named: name) { _ in false }
            return keys.isEmpty ? [] : [(field, keys)]
        }
        func entity(_ key: String) -> EntityName? {
            EntityType(name: field.name).map { EntityName(type: $0, name: key, key: key) }
        }
        var keys = try keys(of: field, named: name) { key in entity(key).map(names.isTouched) == true }
        let words = NameKey.key(name).split(separator: " ")
        if keys != [NameKey.key(name)], let facet = field.facet {
            // Names that only corrections bring into the field.
            keys += names.ends(ofFacet: facet).map(\.key).filter { Self.has(words, $0) }
        }
        var found: [(field: Field, keys: [String])] = []
        for meaning in keys.compactMap({ entity($0).flatMap(names.meaning) }) {
            let place = found.firstIndex { $0.field.name == meaning.field.name } ?? found.count
            if place == found.count { found.append((meaning.field, [])) }
            if !found[place].keys.contains(meaning.key) { found[place].keys.append(meaning.key) }
        }
        return found
    }

    /// - Parameter isKnown: whether a value is one though no passage has it.
    private func keys(of field: Field, named name: String, isKnown: (String) -> Bool) throws(SearchIndexError)
        -> [String]
    {
        let key = NameKey.key(name)
        let words = key.split(separator: " ")
        if words.isEmpty { return [] }
        if isKnown(key) { return [key] }
        if try reader.frequency(of: field.term(key: key)) > 0 { return [key] }
        let prefix = Array((field.prefix ?? "").utf8)
        var keys: [String] = []
        try reader.forEachTerm(prefix: prefix) { term in
            let candidate = String(decoding: term.dropFirst(prefix.count), as: UTF8.self)
            if Self.has(words, candidate) { keys.append(candidate) }
            return keys.count < expansion
        }
        return keys
    }

    private static func has(_ words: [Substring], _ key: String) -> Bool {
        let parts = key.split(separator: " ")
        return words.allSatisfy { parts.contains($0) }
    }
}
