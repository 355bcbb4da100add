import Entities

/// Names of entities by each of their words, with their counts: what completes a name from any word of it on.
///
/// Immutable, in flat arrays: about 60 bytes a name and 16 a word of it.
struct NameTable: Sendable {
    /// A value of an entity field and how often it occurs.
    struct Entry: Equatable, Sendable {
        var facet: Int
        var id: UInt32
        var articles: Int
        var passages: Int
        /// Whether it came after the table of all names was made.
        var isRecent = false

        /// Most articles first, then most passages: a total order.
        static func precedes(_ a: Entry, _ b: Entry) -> Bool {
            if a.articles != b.articles { return a.articles > b.articles }
            if a.passages != b.passages { return a.passages > b.passages }
            return (a.facet, a.id) < (b.facet, b.id)
        }
    }

    /// A word of a key: whose key it is, and where in `bytes` the key begins, the word begins and the key ends.
    private struct WordStart {
        var entry: UInt32
        var key: UInt32
        var start: UInt32
        var end: UInt32
    }

    private(set) var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// In the order of what stands from the word to the key's end.
    private var starts: [WordStart] = []
    /// The words of all keys; a word has as many passages as its most frequent name has articles.
    let words: WordTable

    /// - Parameter names: each with its spellings, the name itself first.
    init(_ names: [(entry: Entry, spellings: [String])]) {
        var frequencies: [[UInt8]: UInt32] = [:]
        for (number, name) in names.enumerated() {
            entries.append(name.entry)
            for spelling in name.spellings {
                let key = Self.key(spelling)
                let begin = bytes.count
                bytes += key
                for word in key.split(separator: UInt8(ascii: " ")) {
                    starts.append(
                        WordStart(
                            entry: UInt32(number), key: UInt32(begin), start: UInt32(begin + word.startIndex),
                            end: UInt32(bytes.count)))
                    let known = frequencies[Array(word), default: 0]
                    frequencies[Array(word)] = max(known, UInt32(clamping: name.entry.articles))
                }
            }
        }
        words = WordTable(
            frequencies.map { WordTable.Entry(word: $0.key, passages: $0.value) }
                .sorted { $0.word.lexicographicallyPrecedes($1.word) })
        let bytes = bytes
        bytes.withUnsafeBufferPointer { bytes in
            starts.sort { a, b in
                bytes[Int(a.start)..<Int(a.end)].lexicographicallyPrecedes(bytes[Int(b.start)..<Int(b.end)])
            }
        }
    }

    /// The form in which names are compared: the words of `NameKey`, without apostrophes.
    static func key(_ text: String) -> [UInt8] {
        NameKey.key(text).utf8.filter { $0 != UInt8(ascii: "'") }
    }

    /// The names that have `prefix`, in the form of `key`, at the beginning of a word: most articles first, at most `limit`.
    func beginning(with prefix: [UInt8], limit: Int, where isWanted: (Entry) -> Bool = { _ in true }) -> [Entry] {
        if limit <= 0 { return [] }
        var best: [Entry] = []
        for index in range(prefix) {
            let entry = entries[Int(starts[index].entry)]
            if best.count == limit, !Entry.precedes(entry, best[limit - 1]) { continue }
            // A name may have two words that begin so.
            if best.contains(entry) || !isWanted(entry) { continue }
            let place = best.firstIndex { Entry.precedes(entry, $0) } ?? best.count
            best.insert(entry, at: place)
            if best.count > limit { best.removeLast() }
        }
        return best
    }

    /// The most frequent name of a facet with all of these words; nil where none has them.
    func name(having words: [[UInt8]], facet: Int) -> Entry? {
        guard let first = words.first else { return nil }
        var best: Entry?
        for index in range(first) {
            let start = starts[index]
            let entry = entries[Int(start.entry)]
            guard entry.facet == facet, best.map({ Entry.precedes(entry, $0) }) ?? true else { continue }
            let parts = bytes[Int(start.key)..<Int(start.end)].split(separator: UInt8(ascii: " "))
            if words.allSatisfy({ word in parts.contains { $0.elementsEqual(word) } }) { best = entry }
        }
        return best
    }

    /// The names with a spelling whose key is `key`, each once.
    func whole(_ key: [UInt8]) -> [Entry] {
        var found: [Entry] = []
        for index in range(key) {
            let start = starts[index]
            guard start.start == start.key, Int(start.end - start.start) == key.count else { continue }
            let entry = entries[Int(start.entry)]
            if !found.contains(entry) { found.append(entry) }
        }
        return found
    }

    /// The places in `starts` where a key goes on with `prefix`.
    private func range(_ prefix: [UInt8]) -> Range<Int> {
        let start = first { !$0.lexicographicallyPrecedes(prefix) }
        return start..<first(from: start) { !$0.starts(with: prefix) }
    }

    /// The first place from `start` on that `isReached` holds for, which it does for all that follow.
    private func first(from start: Int = 0, where isReached: (ArraySlice<UInt8>) -> Bool) -> Int {
        var (low, high) = (start, starts.count)
        while low < high {
            let middle = (low + high) / 2
            let word = starts[middle]
            if isReached(bytes[Int(word.start)..<Int(word.end)]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
