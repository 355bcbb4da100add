/// What one term adds to a hit's score.
package struct ScorePartReply: Codable, JSONWritable, Equatable, Sendable {
    /// The term as it is in the index.
    package var term: String
    /// What it earns in the whole article.
    package var article: Double
    /// What it earns in the passage.
    package var passage: Double
    /// Whether the best articles have brought it up, and not the query.
    package var feedback: Bool

    package init(term: String, article: Double, passage: Double, feedback: Bool) {
        self.term = term
        self.article = article
        self.passage = passage
        self.feedback = feedback
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("article", article)
            $0.field("feedback", feedback)
            $0.field("passage", passage)
            $0.field("term", term)
        }
    }
}
