package import QueryLanguage

/// A request for how many of each day's, week's, month's or year's articles match.
package struct TimelineQuery: Sendable {
    /// Which passages are counted, and what is counted of them; its facets, limit and cursor are not used.
    package var search: SearchQuery
    /// Nil for what suits the span of the matches.
    package var period: DatePeriod?
    /// How many articles of a period a rate is of.
    package var per = 1_000
    /// The most periods; more are an error.
    package var bound = 10_000

    package init(_ search: SearchQuery) { self.search = search }
}
