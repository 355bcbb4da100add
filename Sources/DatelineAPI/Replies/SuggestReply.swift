/// The reply to `GET /v1/suggest`.
package struct SuggestReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// Names, most articles first, then words, most passages first.
    package var suggestions: [Suggestion]
    /// Whether there was time to find them; without it there are none.
    package var exact: Bool

    package init(index: IndexStamp, tookMs: Double, suggestions: [Suggestion], exact: Bool = true) {
        self.index = index
        self.tookMs = tookMs
        self.suggestions = suggestions
        self.exact = exact
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, suggestions, exact
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("exact", exact)
            $0.field("index", index)
            $0.field("schema", schema)
            $0.field("suggestions", suggestions)
            $0.field("took_ms", tookMs)
        }
    }
}
