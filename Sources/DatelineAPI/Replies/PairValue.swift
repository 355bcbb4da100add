/// Two values that stand in the same passages.
package struct PairValue: Codable, JSONWritable, Equatable, Sendable {
    /// The value of the first field.
    package var first: String
    /// The value of the second field.
    package var second: String
    /// Matching articles with a passage that has both.
    package var articles: Int
    /// Matching passages that have both.
    package var passages: Int
    /// How many times more matching passages have both than chance would have it.
    package var lift: Double
    /// Dunning's G² of that, negative where they stand together less often than by chance.
    package var logLikelihood: Double

    package init(
        first: String, second: String, articles: Int, passages: Int, lift: Double, logLikelihood: Double
    ) {
        self.first = first
        self.second = second
        self.articles = articles
        self.passages = passages
        self.lift = lift
        self.logLikelihood = logLikelihood
    }

    private enum CodingKeys: String, CodingKey {
        case first, second, articles, passages, lift
        case logLikelihood = "log_likelihood"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", articles)
            $0.field("first", first)
            $0.field("lift", lift)
            $0.field("log_likelihood", logLikelihood)
            $0.field("passages", passages)
            $0.field("second", second)
        }
    }
}
