/// The reply to all requests to `/v1/queries`.
package struct StandingQueriesReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// All of them by name; after a change, the one that was kept or forgotten.
    package var queries: [StandingQueryDetail]
    /// How many there are.
    package var total: Int

    package init(index: IndexStamp, tookMs: Double, queries: [StandingQueryDetail], total: Int) {
        self.index = index
        self.tookMs = tookMs
        self.queries = queries
        self.total = total
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, queries, total
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("index", index)
            $0.field("queries", queries)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
            $0.field("total", total)
        }
    }
}
