/// A term that a search chose by itself.
package struct QueryTermReply: Codable, JSONWritable, Equatable, Sendable {
    /// The term as it is in the index.
    package var term: String
    /// What it counts beside the most telling one, which counts 1.
    package var weight: Double

    package init(term: String, weight: Double) {
        self.term = term
        self.weight = weight
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("term", term)
            $0.field("weight", weight)
        }
    }
}
