package import QueryLanguage

/// How a query's matches spread over time.
package struct Timeline: Sendable {
    /// A period, also one in which nothing matched.
    package struct Point: Equatable, Sendable {
        /// `2025-07-15`, `2025-W29`, `2025-07` or `2025`.
        package var period: String
        /// How many match: articles, passages or stories, as the query groups them.
        package var count: Int
        /// How many there are in the whole index.
        package var total: Int
        /// `count` for each so many of `total`; 0 when there are none.
        package var rate: Double
    }

    package var stamp: IndexStamp
    package var parsed: String
    package var totals: Totals
    /// Matching articles without a date, which are in no period.
    package var undated: Int
    package var period: DatePeriod
    package var per: Int
    /// From the first period with a match to the last, or from that of `since` and to that of `until`.
    package var points: [Point]
    /// False when the deadline cut it short; then there are no points.
    package var isExact: Bool

    /// What is known when nothing was reached.
    static func stopped(_ stamp: IndexStamp, _ request: TimelineQuery) -> Timeline {
        Timeline(
            stamp: stamp, parsed: "", totals: Totals(), undated: 0, period: request.period ?? .day, per: request.per,
            points: [], isExact: false)
    }
}
