/// An article in the answer to a query.
package struct RankedArticle: Equatable, Sendable {
    package var id: String
    package var score: Double

    package init(id: String, score: Double) {
        self.id = id
        self.score = score
    }
}
