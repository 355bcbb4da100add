/// Which of the passages of `SharedStories` match: a bit for each place.
struct StoryMarks: Sendable {
    let shared: SharedStories
    private var words: [UInt64]

    init(_ shared: SharedStories) {
        self.shared = shared
        words = [UInt64](repeating: 0, count: (shared.docids.count + 63) / 64)
    }

    /// Marks what of a window's ascending matches has a place. Windows without shared stories cost nothing, the others at
    /// most a step for each place and each match.
    mutating func add(_ matches: UnsafeBufferPointer<UInt32>, window number: Int) {
        let places = shared.places(inWindow: number)
        if places.isEmpty { return }
        var next = 0
        if places.count * 8 < matches.count {
            for place in places {
                var high = matches.count
                while next < high {
                    let middle = (next &+ high) >> 1
                    if matches[middle] < shared.docids[place] { next = middle &+ 1 } else { high = middle }
                }
                if next == matches.count { return }
                if matches[next] == shared.docids[place] { mark(place) }
            }
        } else {
            for place in places {
                let docid = shared.docids[place]
                while next < matches.count, matches[next] < docid { next &+= 1 }
                if next == matches.count { return }
                if matches[next] == docid { mark(place) }
            }
        }
    }

    mutating func unite(_ other: StoryMarks) {
        for word in words.indices { words[word] |= other.words[word] }
    }

    func contains(_ place: Int) -> Bool { words[place / 64] & (1 << UInt64(place % 64)) != 0 }

    /// Calls `body` with each marked place, ascending.
    func visit(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
    }

    /// How many articles, and how many stories, have a marked passage.
    func counts(_ articles: UnsafeBufferPointer<UInt32>) -> (articles: Int, stories: Int) {
        var seen = [Bool](repeating: false, count: shared.storyCount)
        var (last, count, stories): (UInt32?, Int, Int) = (nil, 0, 0)
        visit { place in
            let article = articles[Int(shared.docids[place])]
            if article == last { return }
            last = article
            count += 1
            let story = Int(shared.stories[place])
            if !seen[story] {
                seen[story] = true
                stories += 1
            }
        }
        return (count, stories)
    }

    private mutating func mark(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }
}
