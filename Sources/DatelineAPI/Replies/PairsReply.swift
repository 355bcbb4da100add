/// The reply to `/v1/pairs`.
package struct PairsReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// The two fields.
    package var fields: [String]
    /// How much matched.
    package var total: Totals
    /// One page of pairs.
    package var pairs: [PairValue]
    /// How many pairs there are with enough passages, shown or not.
    package var distinct: Int
    /// Whether there was time to count them; without it there are none.
    package var exact: Bool
    /// The cursor of the next page; nil on the last one.
    package var next: String?

    package init(
        index: IndexStamp, tookMs: Double, fields: [String], total: Totals, pairs: [PairValue], distinct: Int,
        exact: Bool = true, next: String? = nil
    ) {
        self.index = index
        self.tookMs = tookMs
        self.fields = fields
        self.total = total
        self.pairs = pairs
        self.distinct = distinct
        self.exact = exact
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, fields, total, pairs, distinct, exact, next
        case tookMs = "took_ms"
    }

    // By hand because next is written as null when absent; a synthesized encoder leaves the key out.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(index, forKey: .index)
        try container.encode(tookMs, forKey: .tookMs)
        try container.encode(fields, forKey: .fields)
        try container.encode(total, forKey: .total)
        try container.encode(pairs, forKey: .pairs)
        try container.encode(distinct, forKey: .distinct)
        try container.encode(exact, forKey: .exact)
        try container.encode(next, forKey: .next)
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("distinct", distinct)
            $0.field("exact", exact)
            $0.field("fields", fields)
            $0.field("index", index)
            $0.field("next", next)
            $0.field("pairs", pairs)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
            $0.field("total", total)
        }
    }
}
