/// The passages of all articles whose story has another article as well, in a snapshot: what the counting of stories is
/// about, for every other article is a story of its own.
///
/// Immutable, so that several threads may share it. The passages have places, from 0, by docid; the stories have numbers
/// of their own here, from 0.
final class SharedStories: Sendable {
    /// Ascending.
    let docids: [UInt32]
    /// The story of the passage at each place.
    let stories: [UInt32]
    let storyCount: Int
    /// All places, story by story, ascending within a story.
    let placesByStory: [UInt32]
    /// A bit for each docid, of whole windows: whether it has a place.
    let bits: [UInt64]
    /// How many places come before each word of `bits`, and how many there are.
    private let ranks: [UInt32]

    /// - Returns: nil at the deadline.
    init?(_ snapshot: Snapshot, live: DenseBits, until deadline: Deadline) {
        guard let candidates = Self.candidates(snapshot, live, deadline) else { return nil }
        var numbers: [UInt32: UInt32] = [:]
        var articles: [Int] = []
        snapshot.columns.withArticlesAndStories { article, story in
            var last: UInt32?
            for docid in candidates where article[Int(docid)] != last {
                last = article[Int(docid)]
                let number = numbers[story[Int(docid)]] ?? UInt32(numbers.count)
                numbers[story[Int(docid)]] = number
                if Int(number) == articles.count { articles.append(0) }
                articles[Int(number)] += 1
            }
        }
        // The founder may be gone, and one copy alone left.
        var shared = 0
        let renumbered = articles.map { count -> UInt32? in
            if count < 2 { return nil }
            defer { shared += 1 }
            return UInt32(shared)
        }
        var (docids, stories): ([UInt32], [UInt32]) = ([], [])
        snapshot.columns.story.withElements { story in
            for docid in candidates {
                guard let number = numbers[story[Int(docid)]], let story = renumbered[Int(number)] else { continue }
                docids.append(docid)
                stories.append(story)
            }
        }
        if deadline.hasPassed { return nil }
        self.docids = docids
        self.stories = stories
        storyCount = shared
        placesByStory = Self.places(by: stories, count: shared)
        (bits, ranks) = Self.bits(docids, last: snapshot.columns.lastDocid)
    }

    var isEmpty: Bool { docids.isEmpty }

    /// The places of the passages in a window of docids.
    func places(inWindow number: Int) -> Range<Int> {
        Int(ranks[number * Window.words])..<Int(ranks[(number + 1) * Window.words])
    }

    /// The place of a passage that has one.
    func place(of docid: UInt32) -> Int {
        let word = Int(docid) >> 6
        return Int(ranks[word]) + (bits[word] & ((1 << UInt64(docid & 63)) - 1)).nonzeroBitCount
    }

    /// The story of a passage; nil when its article is a story of its own.
    func story(of docid: UInt32) -> UInt32? {
        bits[Int(docid) >> 6] & (1 << UInt64(docid & 63)) != 0 ? stories[place(of: docid)] : nil
    }

    /// The passages of all stories that an article joined, ascending.
    private static func candidates(_ snapshot: Snapshot, _ live: DenseBits, _ deadline: Deadline) -> [UInt32]? {
        snapshot.columns.withArticlesAndStories { article, story -> [UInt32]? in
            var joined: [UInt32] = []
            for start in stride(from: 1, to: article.count, by: Window.size) {
                if deadline.hasPassed { return nil }
                for docid in start..<min(article.count, start + Window.size)
                where story[docid] != article[docid] && live.contains(docid) && joined.last != story[docid] {
                    joined.append(story[docid])
                }
            }
            guard let highest = joined.max() else { return [] }
            var isJoined = [Bool](repeating: false, count: Int(highest) + 1)
            for story in joined { isJoined[Int(story)] = true }
            var docids: [UInt32] = []
            for start in stride(from: 1, to: article.count, by: Window.size) {
                if deadline.hasPassed { return nil }
                for docid in start..<min(article.count, start + Window.size)
                where story[docid] <= highest && isJoined[Int(story[docid])] && live.contains(docid) {
                    docids.append(UInt32(docid))
                }
            }
            return docids
        }
    }

    private static func places(by stories: [UInt32], count: Int) -> [UInt32] {
        var next = [Int](repeating: 0, count: count + 1)
        for story in stories { next[Int(story) + 1] += 1 }
        for story in 0..<count { next[story + 1] += next[story] }
        var places = [UInt32](repeating: 0, count: stories.count)
        for (place, story) in stories.enumerated() {
            places[next[Int(story)]] = UInt32(place)
            next[Int(story)] += 1
        }
        return places
    }

    private static func bits(_ docids: [UInt32], last: UInt32) -> ([UInt64], [UInt32]) {
        var bits = [UInt64](repeating: 0, count: (Int(last) / Window.size + 1) * Window.words)
        for docid in docids { bits[Int(docid) >> 6] |= 1 << UInt64(docid & 63) }
        var ranks: [UInt32] = [0]
        for word in bits { ranks.append(ranks[ranks.count - 1] + UInt32(word.nonzeroBitCount)) }
        return (bits, ranks)
    }
}

extension Columns {
    /// Calls `body` with the columns of article and story numbers. Valid during the call only.
    func withArticlesAndStories<R>(_ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>) -> R) -> R {
        article.withElements { articles in story.withElements { body(articles, $0) } }
    }
}
