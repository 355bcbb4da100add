package import QueryLanguage

/// A search as it is meant: every option read and checked.
package struct SearchQuery: Sendable {
    /// The query as it was typed; only echoed and fingerprinted.
    package var text = ""
    package var query: Query = .all
    /// What is sought is like this, whatever the query says.
    package var likeness: Likeness?
    /// Filters: any of a field's, all of the fields'.
    package var filters: [FieldFilter] = []
    /// Filters that a passage must pass one and all, of one field too.
    package var requirements: [FieldFilter] = []
    /// Passages with any of these are left out.
    package var exclusions: [FieldFilter] = []
    /// Days of publication, or nil for any.
    package var dates: DateRange?
    package var facets: [FacetRequest] = []
    /// What the values of facets are ordered by.
    package var facetScore: FacetScore = .count
    package var grouping: Grouping = .article
    package var sort: SortOrder = .relevance
    package var matching: Matching = .auto
    package var ranking: RankingModel = .ineb2
    /// Whether articles that share words with the best ones move up, where any of the query's words is enough; see
    /// `Feedback`.
    package var feedback = true
    /// How many hits to give.
    package var limit = 10
    /// The cursor of the page before, as `SearchResult.next` gave it.
    package var after: String?

    /// The state that the index must be in; nil for any.
    package var state: PinnedState?

    /// Whether the result says how the query ran.
    package var explains = false
    /// Whether each hit says what its score is made of.
    package var givesScoreParts = false
    /// How long the search may take; nil for as long as it needs.
    package var timeLimit: Duration?
    /// How many words one prefix, or one word with `~`, may stand for.
    package var expansion = 1_000
    /// How posting lists are read; tests run queries each way.
    var access = PlanCompiler.Access.cheapest

    /// Whether two threads scan; nil where it pays. Tests and benchmarks run queries each way.
    package var split: Bool?

    /// How often the search may look at its deadline; tests stop it at each look.
    var looks: LookLimit?

    package init() {}
}
