/// The values of one field over everything that matched.
package struct FacetReply: Codable, JSONWritable, Equatable, Sendable {
    /// The values, best first.
    package var values: [FacetValue]
    /// How many values there are, shown or not.
    package var distinct: Int
    /// Whether there are more than are shown.
    package var truncated: Bool

    package init(values: [FacetValue], distinct: Int, truncated: Bool) {
        self.values = values
        self.distinct = distinct
        self.truncated = truncated
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("distinct", distinct)
            $0.field("truncated", truncated)
            $0.field("values", values)
        }
    }
}
