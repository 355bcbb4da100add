/// A passage in the order of the results, standing for its group.
struct Ranked: Equatable, Sendable {
    /// What the results are ordered by, highest first: the score, or a date.
    var key: Double
    var score: Double
    var docid: UInt32
    /// How many of the group's passages match, this one included.
    var passages: UInt32 = 1
    /// Of how many of the group's articles.
    var articles: UInt32 = 1

    /// This group and another one of the same story, as one.
    func joined(_ other: Ranked) -> Ranked {
        var best = Self.precedes(self, other) ? self : other
        best.passages = passages + other.passages
        best.articles = articles + other.articles
        return best
    }

    /// Ties go to the passage that was indexed first.
    static func precedes(_ a: Ranked, _ b: Ranked) -> Bool { a.key != b.key ? a.key > b.key : a.docid < b.docid }
}
