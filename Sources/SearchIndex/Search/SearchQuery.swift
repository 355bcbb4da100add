package import QueryLanguage

/// A search as it is meant: every option read and checked.
package struct SearchQuery: Sendable {
    /// The query as it was typed; only echoed and fingerprinted.
    package var text = ""
    package var query: Query = .all
    /// Filters: any of a field's, all of the fields'.
    package var filters: [FieldFilter] = []
    /// Passages with any of these are left out.
    package var exclusions: [FieldFilter] = []
    /// Days of publication, or nil for any.
    package var dates: DateRange?
    package var facets: [FacetRequest] = []
    package var grouping: Grouping = .article
    package var sort: SortOrder = .relevance
    package var matching: Matching = .auto
    /// How many hits to give.
    package var limit = 10
    /// The cursor of the page before, as `SearchResult.next` gave it.
    package var after: String?

    package init() {}
}
