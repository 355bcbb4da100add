/// One day, week, month or year of a timeline.
package struct TimelinePoint: Codable, JSONWritable, Equatable, Sendable {
    /// `2025-07-15`, `2025-W29`, `2025-07` or `2025`.
    package var period: String
    /// How many articles, or what `by` names, match.
    package var count: Int
    /// How many there are in the whole index.
    package var total: Int
    /// `count` for each `per` of `total`; 0 when there are none.
    package var rate: Double

    package init(period: String, count: Int, total: Int, rate: Double) {
        self.period = period
        self.count = count
        self.total = total
        self.rate = rate
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("count", count)
            $0.field("period", period)
            $0.field("rate", rate)
            $0.field("total", total)
        }
    }
}
