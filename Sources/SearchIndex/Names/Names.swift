/// The names of an index, in a table and a small one of those that came since the table was made.
struct Names: Sendable {
    var table: NameTable
    var recent: NameTable
    /// The values of the facet fields that the entries of `table` number, and those of `recent`. Corrections may number
    /// the names that they bring anew when others come.
    var values: [ValueTable]
    var recentValues: [ValueTable]

    /// The names that have `prefix`, in the form of `NameTable.key`, at the beginning of a word: most articles first.
    func beginning(with prefix: [UInt8], limit: Int) -> [NameTable.Entry] {
        let both = table.beginning(with: prefix, limit: limit) + recent.beginning(with: prefix, limit: limit)
        return Array(both.sorted(by: NameTable.Entry.precedes).prefix(limit))
    }

    /// The most frequent name of a facet with all of these words.
    func name(having words: [[UInt8]], facet: Int) -> NameTable.Entry? {
        [table, recent].compactMap { $0.name(having: words, facet: facet) }.min(by: NameTable.Entry.precedes)
    }

    /// The name of an entry as people read it.
    func text(of entry: NameTable.Entry) -> String {
        (entry.isRecent ? recentValues : values)[entry.facet][entry.id]
    }

    /// Whether any name has the word.
    func has(_ word: [UInt8]) -> Bool { table.words.index(of: word) != nil || recent.words.index(of: word) != nil }
}
