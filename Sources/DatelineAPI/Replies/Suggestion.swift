/// A word or a name that completes what was typed, and how often it occurs.
package struct Suggestion: Codable, JSONWritable, Equatable, Sendable {
    /// `word`, or `person`, `place`, `organization` or `misc`.
    package var type: String
    /// The word, folded, or the canonical name.
    package var text: String
    /// Articles that name it; nil for a word.
    package var articles: Int?
    /// Passages that have it.
    package var passages: Int

    package init(type: String, text: String, articles: Int?, passages: Int) {
        self.type = type
        self.text = text
        self.articles = articles
        self.passages = passages
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", ifPresent: articles)
            $0.field("passages", passages)
            $0.field("text", text)
            $0.field("type", type)
        }
    }
}
