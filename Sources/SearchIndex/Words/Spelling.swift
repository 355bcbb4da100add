/// Finds what a misspelt word was probably meant to be among the words near it.
enum Spelling {
    /// A word that fewer passages have may be misspelt; one that as many have never is.
    static let enoughPassages = 10
    /// How many times as many passages a word must have to stand for another that some have.
    static let leastRatio = 10

    /// The words of `table` that `word`, which so many passages have, may have been meant to be; at most `limit`.
    /// - Throws: `SearchIndexError.interrupted`.
    static func candidates(
        for word: [UInt8], passages: Int, in table: WordTable, limit: Int, until deadline: Deadline
    ) throws(SearchIndexError) -> [WordTable.Near] {
        let letters = LetterSet.shape(of: word[...]).length
        guard letters >= 3 else { return [] }
        let near = try table.near(word, limit: letters < 6 ? 1 : 2, until: deadline)
        let likely = near.filter { near in
            near.distance > 0 && Int(table.passages[near.index]) >= max(1, passages * leastRatio)
        }
        return Array(
            likely.map { ($0, score($0, word, table)) }
                .sorted { a, b in a.1 != b.1 ? a.1 > b.1 : a.0.index < b.0.index }
                .prefix(limit).map(\.0))
    }

    /// How likely a word is: an error more weighs as much as being 64 times rarer, a wrong first letter, which people
    /// seldom type, as being 8 times rarer.
    private static func score(_ near: WordTable.Near, _ word: [UInt8], _ table: WordTable) -> Double {
        var score = -6 * Double(near.distance)
        if table[near.index].first != word.first { score -= 3 }
        // log2 of the count, without the C library.
        var passages = Double(table.passages[near.index]) + 1
        score += Double(passages.exponent)
        passages = passages.significand
        return score + passages - 1
    }
}
