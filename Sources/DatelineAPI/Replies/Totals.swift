/// How much matched, counted three ways.
package struct Totals: Codable, JSONWritable, Equatable, Sendable {
    /// Passages that matched.
    package var passages: Int
    /// Articles with at least one of them.
    package var articles: Int
    /// Different stories of these articles; nil when there was no time to count them.
    package var stories: Int?

    package init(passages: Int, articles: Int, stories: Int? = nil) {
        self.passages = passages
        self.articles = articles
        self.stories = stories
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", articles)
            $0.field("passages", passages)
            $0.field("stories", ifPresent: stories)
        }
    }
}
