/// The words of an index in byte order, as people write them, folded; each with how many passages have its term.
///
/// Immutable, in flat arrays: about 25 bytes a word.
struct WordTable: Sendable {
    /// A word and the passages that a search for it finds.
    struct Entry: Equatable, Sendable {
        var word: [UInt8]
        var passages: UInt32
    }

    private var bytes: [UInt8] = []
    /// Where each word begins in `bytes`, and where the last one ends.
    private var starts: [UInt32] = [0]
    private(set) var passages: [UInt32] = []
    /// Characters of each word, at most 255.
    private(set) var lengths: [UInt8] = []
    /// Which letters each word has, see `LetterSet`.
    private(set) var letters: [LetterSet] = []

    /// - Parameter entries: ascending, each word once.
    init(_ entries: some Collection<Entry>) {
        reserveCapacity(entries.count)
        for entry in entries { append(entry.word[...], entry.passages) }
    }

    var count: Int { passages.count }

    /// The bytes of a word.
    subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

    /// The words that begin with `prefix`.
    func range(prefix: [UInt8]) -> Range<Int> {
        let start = first { !$0.lexicographicallyPrecedes(prefix) }
        return start..<first(from: start) { !$0.starts(with: prefix) }
    }

    /// The place of a word, or nil.
    func index(of word: [UInt8]) -> Int? {
        let index = first { !$0.lexicographicallyPrecedes(word) }
        return index < count && self[index].elementsEqual(word) ? index : nil
    }

    /// The table with more words in it; one that it has already stays as it is.
    /// - Parameter entries: ascending, each word once.
    func adding(_ entries: [Entry]) -> WordTable {
        if entries.isEmpty { return self }
        var table = WordTable([])
        table.reserveCapacity(count + entries.count)
        var next = 0
        for index in 0..<count {
            let word = self[index]
            while next < entries.count, entries[next].word.lexicographicallyPrecedes(word) {
                table.append(entries[next].word[...], entries[next].passages)
                next += 1
            }
            if next < entries.count, entries[next].word.elementsEqual(word) { next += 1 }
            table.append(word, passages[index])
        }
        for entry in entries[next...] { table.append(entry.word[...], entry.passages) }
        return table
    }

    /// Calls `body` with the whole table's lengths and letters.
    func withShapes<R>(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<LetterSet>) -> R) -> R {
        lengths.withUnsafeBufferPointer { lengths in letters.withUnsafeBufferPointer { body(lengths, $0) } }
    }

    private mutating func reserveCapacity(_ count: Int) {
        bytes.reserveCapacity(count * 9)
        starts.reserveCapacity(count + 1)
        passages.reserveCapacity(count)
        lengths.reserveCapacity(count)
        letters.reserveCapacity(count)
    }

    private mutating func append(_ word: ArraySlice<UInt8>, _ passages: UInt32) {
        let (length, set) = LetterSet.shape(of: word)
        bytes.append(contentsOf: word)
        starts.append(UInt32(bytes.count))
        self.passages.append(passages)
        lengths.append(UInt8(clamping: length))
        letters.append(set)
    }

    /// The first word from `start` on that `isReached` holds for, which it does for all that follow.
    private func first(from start: Int = 0, where isReached: (ArraySlice<UInt8>) -> Bool) -> Int {
        var (low, high) = (start, count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
