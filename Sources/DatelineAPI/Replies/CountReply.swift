/// The reply to `/v1/count`.
package struct CountReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// The query as it was understood.
    package var query: QueryEcho
    /// How much matched.
    package var total: Totals
    /// Whether the totals are complete.
    package var exact: Bool

    package init(index: IndexStamp, tookMs: Double, query: QueryEcho, total: Totals, exact: Bool = true) {
        self.index = index
        self.tookMs = tookMs
        self.query = query
        self.total = total
        self.exact = exact
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, query, total, exact
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("exact", exact)
            $0.field("index", index)
            $0.field("query", query)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
            $0.field("total", total)
        }
    }
}
