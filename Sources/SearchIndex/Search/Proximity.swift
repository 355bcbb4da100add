/// Whether phrases stand near each other in a passage, from the positions of their words.
enum Proximity {
    /// - Parameters:
    ///   - phrases: for each phrase, for each of its words, the word's positions, ascending.
    ///   - distance: two single words at positions 3 and 8 are 5 apart. In general all phrases must fit, without
    ///     overlapping, into a run of as many words as they have themselves plus `distance` less one.
    /// - Throws: `SearchIndexError.interrupted`: a passage may be as long as a book.
    static func holds(_ phrases: [[[UInt32]]], distance: Int, until deadline: Deadline = .never)
        throws(SearchIndexError) -> Bool
    {
        var pace = Pace(deadline)
        let starts = phrases.map(Self.starts)
        if starts.contains(where: \.isEmpty) { return false }
        let lengths = phrases.map { UInt32($0.count) }
        let window = lengths.reduce(0, +) + UInt32(max(distance, 1)) - 1
        var next = [Int](repeating: 0, count: phrases.count)
        while true {
            try pace.step()
            let order = next.indices.sorted { starts[$0][next[$0]] < starts[$1][next[$1]] }
            let spans = order.map { starts[$0][next[$0]]..<starts[$0][next[$0]] + lengths[$0] }
            let apart = zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
            let end = spans.map(\.upperBound).max() ?? 0
            if apart, end - spans[0].lowerBound <= window { return true }
            // Only moving the first phrase on can bring the others closer; of two at one place, either.
            next[order[0]] += 1
            if next[order[0]] == starts[order[0]].count { return false }
        }
    }

    /// Whether the words of a phrase, by their positions, stand side by side somewhere.
    static func isPhrase(_ words: [[UInt32]]) -> Bool { !starts(of: words).isEmpty }

    /// Where a phrase begins: positions of its first word that the others follow one by one.
    private static func starts(of words: [[UInt32]]) -> [UInt32] {
        guard let first = words.first else { return [] }
        let others = words.dropFirst().map(Set.init)
        return first.filter { start in
            others.enumerated().allSatisfy { $1.contains(start + UInt32($0) + 1) }
        }
    }
}
