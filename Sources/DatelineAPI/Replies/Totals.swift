/// How much matched, counted three ways.
package struct Totals: Codable, Equatable, Sendable {
    /// Passages that matched.
    package var passages: Int
    /// Articles with at least one of them.
    package var articles: Int
    /// Nil when stories were not counted.
    package var stories: Int?

    package init(passages: Int, articles: Int, stories: Int? = nil) {
        self.passages = passages
        self.articles = articles
        self.stories = stories
    }
}
