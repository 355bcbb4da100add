import Corpus

/// Tells whether an article is the same as the one stored under its id.
enum ContentHash {
    /// Raised when analysis changes what it makes of the same article, so that indexing again takes effect.
    private static let analysisVersion = 2

    /// A hash over everything that the caller gave, and what it is analysed with beside the project's own tables: nothing,
    /// or a text that changes with that.
    static func hash(of article: Article, analysedWith extras: String = "") -> String {
        let given =
            "\(analysisVersion)\u{0}\(article)\u{0}\(article.entities)\u{0}\(String(describing: article.passages))"
        return StableHash(extras.isEmpty ? given : "\(given)\u{0}\(extras)").description
    }
}
