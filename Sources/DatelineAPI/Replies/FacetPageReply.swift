/// The reply to `/v1/facets/{field}`.
package struct FacetPageReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// The field's name.
    package var field: String
    /// One page of values.
    package var values: [FacetValue]
    /// How many values there are, shown or not.
    package var distinct: Int
    /// Whether there are more than are shown.
    package var truncated: Bool
    /// Whether the counts are complete; false when the deadline cut them short.
    package var exact: Bool
    /// The cursor of the next page; nil on the last one.
    package var next: String?

    package init(
        index: IndexStamp, tookMs: Double, field: String, values: [FacetValue], distinct: Int, truncated: Bool,
        exact: Bool = true, next: String? = nil
    ) {
        self.index = index
        self.tookMs = tookMs
        self.field = field
        self.values = values
        self.distinct = distinct
        self.truncated = truncated
        self.exact = exact
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, field, values, distinct, truncated, exact, next
        case tookMs = "took_ms"
    }

    // By hand because next is written as null when absent; a synthesized encoder leaves the key out.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(index, forKey: .index)
        try container.encode(tookMs, forKey: .tookMs)
        try container.encode(field, forKey: .field)
        try container.encode(values, forKey: .values)
        try container.encode(distinct, forKey: .distinct)
        try container.encode(truncated, forKey: .truncated)
        try container.encode(exact, forKey: .exact)
        try container.encode(next, forKey: .next)
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("distinct", distinct)
            $0.field("exact", exact)
            $0.field("field", field)
            $0.field("index", index)
            $0.field("next", next)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
            $0.field("truncated", truncated)
            $0.field("values", values)
        }
    }
}
