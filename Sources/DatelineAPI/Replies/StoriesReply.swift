/// The reply to `GET /v1/stories`.
package struct StoriesReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// One page of stories, most articles first.
    package var stories: [StorySummary]
    /// How many stories with several articles there are, shown or not.
    package var distinct: Int
    /// Whether there was time to find them; without it there are none.
    package var exact: Bool
    /// The cursor of the next page; nil on the last one.
    package var next: String?

    package init(
        index: IndexStamp, tookMs: Double, stories: [StorySummary], distinct: Int, exact: Bool = true,
        next: String? = nil
    ) {
        self.index = index
        self.tookMs = tookMs
        self.stories = stories
        self.distinct = distinct
        self.exact = exact
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, stories, distinct, exact, next
        case tookMs = "took_ms"
    }

    // By hand because next is written as null when absent; a synthesized encoder leaves the key out.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(index, forKey: .index)
        try container.encode(tookMs, forKey: .tookMs)
        try container.encode(stories, forKey: .stories)
        try container.encode(distinct, forKey: .distinct)
        try container.encode(exact, forKey: .exact)
        try container.encode(next, forKey: .next)
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("distinct", distinct)
            $0.field("exact", exact)
            $0.field("index", index)
            $0.field("next", next)
            $0.field("schema", schema)
            $0.field("stories", stories)
            $0.field("took_ms", tookMs)
        }
    }
}
