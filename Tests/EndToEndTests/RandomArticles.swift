import TestSupport

/// Articles of a few words, places and dates, of which some are replaced.
struct RandomArticles {
    /// The newest version of each, as a line of NDJSON, by id.
    var texts: [String: String] = [:]
    private var random: SplitMix
    private var count = 0

    private static let words = ["river", "harbour", "market", "bridge", "tower", "the", "of", "harbinger", "ships"]

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// Adds an article, or makes another version of one; its id.
    mutating func change() -> String {
        if let old = texts.keys.sorted().randomElement(using: &random), Int.random(in: 0..<4, using: &random) == 0 {
            write(old)
            return old
        }
        return add()
    }

    /// Adds an article; its id.
    mutating func add() -> String {
        let id = "a/\(count + 1)"
        write(id)
        return id
    }

    /// Makes a version of the article `id`.
    mutating func write(_ id: String) {
        count += 1
        let passages = (0..<Int.random(in: 1...4, using: &random)).map { _ in "\"\(passage())\"" }
        let place = random.pick(["Baku", "Paris", "London"])
        texts[id] =
            #"{"id":"\#(id)","title":"\#(random.pick(["Market news", "Ships in \(place)"]))","date":"2025-0"#
            + #"\#(Int.random(in: 1...9, using: &random))-01","source":"\#(random.pick(["wire", "paper"]))","tags":["#
            + #""\#(random.pick(["old", "new"]))"],"passages":[\#(passages.joined(separator: ","))]}"#
    }

    private mutating func passage() -> String {
        let words = (0..<Int.random(in: 6...14, using: &random)).map { _ in random.pick(Self.words) }
        return "Number \(count) in \(random.pick(["Baku", "Paris", "London"])): \(words.joined(separator: " "))."
    }
}
