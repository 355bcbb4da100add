/// One story that has several articles.
package struct StorySummary: Codable, JSONWritable, Equatable, Sendable {
    /// The first of its articles.
    package var article: ArticleSummary
    /// How many articles it has.
    package var articles: Int
    /// The first day and the last; nil when no article has a date.
    package var first: String?
    package var last: String?
    /// Who published its articles, each once.
    package var sources: [String]

    package init(article: ArticleSummary, articles: Int, first: String?, last: String?, sources: [String]) {
        self.article = article
        self.articles = articles
        self.first = first
        self.last = last
        self.sources = sources
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("article", article)
            $0.field("articles", articles)
            $0.field("first", ifPresent: first)
            $0.field("last", ifPresent: last)
            $0.field("sources", sources)
        }
    }
}
