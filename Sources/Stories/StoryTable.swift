/// The stories of an index, each with the signature of the article that founded it, to be looked up by likeness.
///
/// An article joins the story whose founder it is most like, or else founds one. It is compared with founders alone, so
/// stories do not grow from likeness to likeness. A look-up costs the same however many stories there are: each of
/// the signature's keys leads to at most `perKey` founders, the newest that have it.
package struct StoryTable: Sendable {
    private struct Story {
        var number: UInt32
        /// How many articles it has; 0 when it is no more.
        var members: UInt32
        var signature: StorySignature
    }

    private var stories: [Story] = []
    /// Places in `stories`, by the story's number.
    private var places: [UInt32: Int] = [:]
    /// An open hash table of places, one above, by key; 0 is free.
    private var slots: [UInt32] = []
    private var filled = 0

    /// A key that more founders have tells little: only so many of them are kept.
    private static let perKey = 8

    package init() {}

    /// How many stories there are.
    package var count: Int { places.count }

    /// The story that an article with this signature belongs to; nil when it is like none.
    ///
    /// Words that it has in common with a story of its own as well as with one that tells of something else are a form's: an
    /// article belongs by them to neither, unless it is a copy.
    package func story(like signature: StorySignature) -> UInt32? {
        var best: (number: UInt32, jaccard: Double)?
        var otherJaccard = 0.0
        for place in candidates(for: signature) {
            let story = stories[place]
            let likeness = StoryLikeness(signature, story.signature)
            if !likeness.isSameStory {
                if likeness.hasLikeText { otherJaccard = max(otherJaccard, likeness.jaccard) }
                continue
            }
            if let best, (best.jaccard, story.number) >= (likeness.jaccard, best.number) { continue }
            best = (story.number, likeness.jaccard)
        }
        guard let best, best.jaccard >= 0.85 || otherJaccard < 0.8 * best.jaccard else { return nil }
        return best.number
    }

    /// Adds a story, with as many articles as it has by now.
    package mutating func add(_ number: UInt32, signature: StorySignature, members: UInt32) {
        places[number] = stories.count
        stories.append(Story(number: number, members: members, signature: signature))
        makeRoom()
        insert(stories.count - 1)
    }

    /// The signature of a story's founder; nil when there is no such story.
    package func signature(of number: UInt32) -> StorySignature? { places[number].map { stories[$0].signature } }

    /// How many articles a story has.
    package func members(of number: UInt32) -> Int { places[number].map { Int(stories[$0].members) } ?? 0 }

    /// Counts one article more; false when there is no such story.
    @discardableResult
    package mutating func join(_ number: UInt32) -> Bool {
        guard let place = places[number] else { return false }
        stories[place].members += 1
        return true
    }

    /// Counts one article less; the story is no more when it was the last.
    package mutating func leave(_ number: UInt32) {
        guard let place = places[number] else { return }
        stories[place].members -= 1
        if stories[place].members == 0 { places[number] = nil }
    }

    /// The places of stories with a key of the signature, each once.
    private func candidates(for signature: StorySignature) -> [Int] {
        if slots.isEmpty { return [] }
        var found: [Int] = []
        for band in 0..<StorySignature.bands {
            let key = signature.key(band)
            if key == 0 { continue }
            var slot = start(key, band)
            while slots[slot] != 0 {
                let place = Int(slots[slot] - 1)
                if stories[place].members > 0, stories[place].signature.key(band) == key, !found.contains(place) {
                    found.append(place)
                }
                slot = (slot + 1) & (slots.count - 1)
            }
        }
        return found
    }

    private func start(_ key: UInt32, _ band: Int) -> Int {
        Int(truncatingIfNeeded: WordHash.mixed(UInt64(key) << 8 | UInt64(band))) & (slots.count - 1)
    }

    private mutating func insert(_ place: Int) {
        for band in 0..<StorySignature.bands {
            let key = stories[place].signature.key(band)
            if key == 0 { continue }
            var slot = start(key, band)
            var (oldest, same) = (slot, 0)
            while slots[slot] != 0 {
                if stories[Int(slots[slot] - 1)].signature.key(band) == key {
                    if same == 0 || slots[slot] < slots[oldest] { oldest = slot }
                    same += 1
                }
                slot = (slot + 1) & (slots.count - 1)
            }
            if same >= Self.perKey {
                slots[oldest] = UInt32(place + 1)
            } else {
                slots[slot] = UInt32(place + 1)
                filled += 1
            }
        }
    }

    /// Keeps a third of the table free; when it grows, stories that are no more go.
    private mutating func makeRoom() {
        guard (filled + StorySignature.bands) * 3 > slots.count * 2 else { return }
        stories.removeAll { $0.members == 0 }
        places = [:]
        for (place, story) in stories.enumerated() { places[story.number] = place }
        var size = 1 << 10
        while stories.count * StorySignature.bands * 2 > size { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        filled = 0
        // The newest is inserted by whoever adds it.
        for place in stories.indices.dropLast() { insert(place) }
    }
}
