/// Names that queries write, perhaps only a part of them, to be found by the full names that have all of their words.
struct PartialNames: Sendable {
    private struct Entry {
        var words: [Substring]
        var feature: Int32
    }

    /// Each name under its longest word, which few others have, in its field.
    private var entries: [Int: [Substring: [Entry]]] = [:]

    /// - Parameter key: the name's words with single spaces between, one at least.
    mutating func insert(_ key: String, facet: Int, feature: Int32) {
        let words = key.split(separator: " ")
        guard let longest = words.max(by: { $0.utf8.count < $1.utf8.count }) else { return }
        let isNew = entries[facet]?[longest]?.contains { $0.feature == feature } != true
        if isNew { entries[facet, default: [:]][longest, default: []].append(Entry(words: words, feature: feature)) }
    }

    /// The features of those whose words are all among `words`.
    func features(of words: [Substring], facet: Int) -> [Int32] {
        guard let entries = entries[facet] else { return [] }
        return words.flatMap { entries[$0] ?? [] }.filter { $0.words.allSatisfy(words.contains) }.map(\.feature)
    }
}
