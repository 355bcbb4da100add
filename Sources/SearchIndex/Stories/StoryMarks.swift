/// Which of the passages of `SharedStories` match: a bit for each docid, none before the first is marked.
struct StoryMarks: Sendable {
    let shared: SharedStories
    private var words: [UInt64] = []

    init(_ shared: SharedStories) { self.shared = shared }

    /// Marks what of a window's ascending matches is of a shared story. Windows without such cost nothing.
    /// - Parameter bits: the matches once more, as the window's bits; nil where there are none.
    mutating func add(_ matches: UnsafeBufferPointer<UInt32>, bits: UnsafePointer<UInt64>?, window number: Int) {
        let places = shared.places(inWindow: number)
        if places.isEmpty { return }
        if words.isEmpty { words = [UInt64](repeating: 0, count: shared.bits.count) }
        if let bits, matches.count > Window.words / 4 {
            let first = number * Window.words
            for word in 0..<Window.words { words[first + word] = bits[word] & shared.bits[first + word] }
        } else if places.count * 8 < matches.count {
            var next = 0
            for place in places {
                var high = matches.count
                while next < high {
                    let middle = (next &+ high) >> 1
                    if matches[middle] < shared.docids[place] { next = middle &+ 1 } else { high = middle }
                }
                if next == matches.count { return }
                if matches[next] == shared.docids[place] { mark(matches[next]) }
            }
        } else {
            shared.bits.withUnsafeBufferPointer { shared in
                words.withUnsafeMutableBufferPointer { words in
                    for docid in matches {
                        let word = Int(docid) >> 6
                        words[word] |= shared[word] & (1 &<< UInt64(docid & 63))
                    }
                }
            }
        }
    }

    mutating func unite(_ other: StoryMarks) {
        if words.isEmpty {
            words = other.words
        } else if !other.words.isEmpty {
            for word in words.indices { words[word] |= other.words[word] }
        }
    }

    func contains(_ docid: UInt32) -> Bool {
        !words.isEmpty && words[Int(docid) >> 6] & (1 << UInt64(docid & 63)) != 0
    }

    /// Calls `body` with each marked passage's docid and place, ascending.
    func visit(_ body: (_ docid: UInt32, _ place: Int) -> Void) {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                let docid = UInt32(index * 64 + rest.trailingZeroBitCount)
                body(docid, shared.place(of: docid))
                rest &= rest &- 1
            }
        }
    }

    /// How many articles, and how many stories, have a marked passage.
    func counts(_ articles: UnsafeBufferPointer<UInt32>) -> (articles: Int, stories: Int) {
        if words.isEmpty { return (0, 0) }
        var seen = [Bool](repeating: false, count: shared.storyCount)
        var (last, count, stories): (UInt32?, Int, Int) = (nil, 0, 0)
        visit { docid, place in
            let article = articles[Int(docid)]
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

    private mutating func mark(_ docid: UInt32) { words[Int(docid) >> 6] |= 1 << UInt64(docid & 63) }
}
