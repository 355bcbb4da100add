import Entities

/// Finds which of an index's names a text means: the same, another spelling of one, a part of one, or one that is near.
struct NameFinder {
    /// What was found.
    struct Found {
        var match: ScreenedName.Match
        var distance: Int?
        var entries: [NameTable.Entry] = []
    }

    let names: Names
    /// The numbers of the fields whose names count.
    let facets: [Int]
    let recognizer: EntityRecognizer
    let deadline: Deadline

    /// A name with more words is none that somebody mistyped.
    private static let mostWords = 8

    /// - Throws: `SearchIndexError.interrupted`.
    func find(_ text: String) throws(SearchIndexError) -> Found {
        try deadline.check()
        let spellings = Self.spellings(text)
        for spelling in spellings {
            let key = NameTable.key(spelling)
            let entries = entries(spelled: key)
            let own = entries.filter { NameTable.key(names.text(of: $0)) == key }
            if !own.isEmpty { return Found(match: .exact, entries: own) }
            if !entries.isEmpty { return Found(match: .alias, entries: entries) }
        }
        for spelling in spellings {
            guard let known = recognizer.entity(spelled: spelling) else { continue }
            let entries = entries(spelled: NameTable.key(known.name)).filter {
                Field.facets[$0.facet].name == known.type.name
            }
            if !entries.isEmpty { return Found(match: .alias, entries: entries) }
        }
        return try nearest(NameTable.key(text)) ?? Found(match: .none)
    }

    private func entries(spelled key: [UInt8]) -> [NameTable.Entry] {
        names.entries(spelled: key).filter { facets.contains($0.facet) }
    }

    /// The text, and `First Last` of `Last, First`.
    static func spellings(_ text: String) -> [String] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return [text] }
        return [text, "\(parts[1]) \(parts[0])"]
    }

    /// The name with all words of `key`, each as it stands or put right, with the fewest errors; nil when none is near. The
    /// order of the words does not matter.
    private func nearest(_ key: [UInt8]) throws(SearchIndexError) -> Found? {
        let parts = key.split(separator: UInt8(ascii: " ")).map { Array($0) }
        guard (1...Self.mostWords).contains(parts.count) else { return nil }
        var combinations: [(errors: Int, words: [[UInt8]])] = [(0, [])]
        for part in parts {
            var choices = names.has(part) ? [(errors: 0, word: part)] : []
            for table in [names.table.words, names.recent.words] {
                choices += try Spelling.candidates(for: part, passages: 0, in: table, limit: 5, until: deadline).map {
                    (errors: $0.distance, word: Array(table[$0.index]))
                }
            }
            combinations = combinations.flatMap { combination in
                choices.map { (combination.errors + $0.errors, combination.words + [$0.word]) }
            }
            // The likeliest few are enough.
            combinations = Array(combinations.sorted { $0.errors < $1.errors }.prefix(25))
        }
        var best: (errors: Int, entry: NameTable.Entry)?
        for (errors, words) in combinations {
            if let best, errors > best.errors { break }
            for facet in facets {
                guard let entry = names.name(having: words, facet: facet) else { continue }
                if best.map({ NameTable.Entry.precedes(entry, $0.entry) }) ?? true { best = (errors, entry) }
            }
        }
        return best.map { best in
            Found(
                match: best.errors == 0 ? .part : .near, distance: best.errors == 0 ? nil : best.errors,
                entries: [best.entry])
        }
    }
}
