/// The reply to `/v1/timeline`.
package struct TimelineReply: Reply {
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
    /// Matching articles without a date, which are in no period.
    package var undated: Int
    /// `day`, `week`, `month` or `year`.
    package var every: String
    /// How many a rate is of.
    package var per: Int
    /// One after the other, without gaps.
    package var periods: [TimelinePoint]
    /// Whether there was time to count them; without it there are none.
    package var exact: Bool

    package init(
        index: IndexStamp, tookMs: Double, query: QueryEcho, total: Totals, undated: Int, every: String, per: Int,
        periods: [TimelinePoint], exact: Bool = true
    ) {
        self.index = index
        self.tookMs = tookMs
        self.query = query
        self.total = total
        self.undated = undated
        self.every = every
        self.per = per
        self.periods = periods
        self.exact = exact
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, query, total, undated, every, per, periods, exact
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("every", every)
            $0.field("exact", exact)
            $0.field("index", index)
            $0.field("per", per)
            $0.field("periods", periods)
            $0.field("query", query)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
            $0.field("total", total)
            $0.field("undated", undated)
        }
    }
}
