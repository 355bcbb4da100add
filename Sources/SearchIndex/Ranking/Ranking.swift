/// The constants of ranking. What each is worth is measured in `docs/RANKING.md`.
enum Ranking {
    /// How many words of the text a word of the headline counts for in an article.
    static let titleWeight: UInt32 = 4
    /// An article's score is that of its whole text, and of its best matching passage, in these parts. The whole says
    /// what it is about; the passage lets a long article that turns to the query in one place be found.
    static let articleShare = 2.0 / 3
    static let passageShare = 1.0 / 3

    /// The score of an article, or of one of its passages.
    @inline(__always)
    static func score(article: Double, passage: Double) -> Double { articleShare * article + passageShare * passage }
}
