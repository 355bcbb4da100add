/// How many further matches one hit stands for when hits are grouped.
package struct FoldedCount: Codable, JSONWritable, Equatable, Sendable {
    /// Further passages.
    package var passages: Int
    /// Further articles.
    package var articles: Int

    package init(passages: Int, articles: Int) {
        self.passages = passages
        self.articles = articles
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", articles)
            $0.field("passages", passages)
        }
    }
}
