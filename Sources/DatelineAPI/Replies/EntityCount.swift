/// One name that the index knows, and how often it occurs.
package struct EntityCount: Codable, JSONWritable, Equatable, Sendable {
    /// `person`, `place`, `organization` or `misc`.
    package var type: String
    /// The canonical name.
    package var name: String
    /// Articles that name it.
    package var articles: Int
    /// Passages that name it.
    package var passages: Int

    package init(type: String, name: String, articles: Int, passages: Int) {
        self.type = type
        self.name = name
        self.articles = articles
        self.passages = passages
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", articles)
            $0.field("name", name)
            $0.field("passages", passages)
            $0.field("type", type)
        }
    }
}
