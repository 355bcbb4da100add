/// The words that a gazetteer knows: their symbols and traits, by their folded letters.
struct WordTable: Sendable {
    struct Record: Sendable {
        /// Stands for the word in the trie of names.
        var symbol: UInt32
        var traits: WordTraits
        /// Where the word's letters are in `letters`.
        fileprivate var start: Int32
        fileprivate var count: UInt16
    }

    private var records = HashMap64(filler: Record(symbol: 0, traits: [], start: 0, count: 0))
    private var letters: [UInt8] = []
    private var lastSymbol: UInt32

    /// - Parameter lastSymbol: the highest symbol that is not a word's.
    init(lastSymbol: UInt32) { self.lastSymbol = lastSymbol }

    /// What is known of a word: found by its hash, and then compared letter by letter.
    func record(_ folded: [UInt8], hash: UInt64) -> Record? {
        guard let record = records[hash], Int(record.count) == folded.count else { return nil }
        let start = Int(record.start)
        for index in folded.indices where letters[start &+ index] != folded[index] { return nil }
        return record
    }

    /// The symbol of a word, which gains `traits`.
    mutating func symbol(_ folded: [UInt8], hash: UInt64, adding traits: WordTraits) -> UInt32 {
        if let known = record(folded, hash: hash) {
            records[hash]?.traits.formUnion(traits)
            return known.symbol
        }
        lastSymbol += 1
        // Of two words with one hash the first keeps the place; the other one's symbol is never met in a text.
        guard records[hash] == nil, let count = UInt16(exactly: folded.count) else { return lastSymbol }
        records[hash] = Record(symbol: lastSymbol, traits: traits, start: Int32(letters.count), count: count)
        letters += folded
        return lastSymbol
    }
}
