import Entities

/// What the index knows by name: its words and its facet values.
struct Vocabulary {
    let reader: IndexReader
    /// The most terms that one prefix, or one name, may stand for.
    static let maxExpansion = 1_000

    /// The terms of all words that begin with `prefix`, a folded text.
    ///
    /// The index holds stems, so it is the table of words that is asked: `normaliz*` finds `normalize`, whose stem is
    /// `normal`. Terms that begin so themselves (numbers, ideographs) are found directly.
    /// - Throws: `SearchIndexError.badQuery` when there are more than `maxExpansion`.
    func terms(prefix: [UInt8]) throws(SearchIndexError) -> [[UInt8]] {
        let limit = Self.maxExpansion + 1
        let terms = Set(try reader.stems(ofWordsWithPrefix: prefix, limit: limit))
            .union(try reader.terms(prefix: prefix, limit: limit))
        guard terms.count <= Self.maxExpansion else {
            throw SearchIndexError(
                .badQuery, "more than \(Self.maxExpansion) words begin with the prefix",
                hint: "write more letters before the *")
        }
        return terms.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The keys of the field's values that `name` means: the value of that name where there is one, else every value
    /// that has all the words of `name` (`Witkoff` means Steve Witkoff).
    func keys(of field: Field, named name: String) throws(SearchIndexError) -> [String] {
        let key = NameKey.key(name)
        let words = key.split(separator: " ")
        if words.isEmpty { return [] }
        if try reader.frequency(of: field.term(key: key)) > 0 { return [key] }
        let prefix = Array((field.prefix ?? "").utf8)
        var keys: [String] = []
        try reader.forEachTerm(prefix: prefix) { term in
            let candidate = String(decoding: term.dropFirst(prefix.count), as: UTF8.self)
            let parts = candidate.split(separator: " ")
            if words.allSatisfy({ parts.contains($0) }) { keys.append(candidate) }
            return keys.count < Self.maxExpansion
        }
        return keys
    }
}
