import QueryLanguage

/// What one pass over the matches is to find. Needs no database, and may be run on several threads.
struct ScanRequest: Sendable {
    /// A facet to count on the way.
    struct Facet: Sendable {
        enum Source: Hashable, Sendable {
            /// The values of a facet field, by its number.
            case values(Int)
            /// Dates, cut down to `YYYYMMDD / divisor`.
            case dates(divisor: UInt32)
            /// Dates by weeks of ISO 8601, as `yyyyww`.
            case weeks
        }

        var source: Source
        /// Passages to count over instead of the matches: those that all filters but this field's let through.
        var siblings: MatchNode?
    }

    /// The passages that query and filters match.
    var match: MatchNode
    /// What gives them scores; nothing is scored when no hits are kept.
    var scored: [ScoredPostings] = []
    var facets: [Facet] = []
    var grouping = Grouping.article
    var sort = SortOrder.relevance
    /// How many of the best groups to keep.
    var keep = 0
    /// Only groups behind this place in the order are kept.
    var after: Cursor.Position?
    /// Whether all groups are wanted as well, to be ranked anew. Groups must be articles or stories, in the order of relevance.
    var keepsAll = false

    /// What is needed to count stories; nil when they are not asked for.
    var stories: SharedStories?
    /// Whether the stories of each facet's values are counted too.
    var countsStoriesOfFacets: Bool { grouping == .story && stories != nil }

    /// Whether what terms earn in whole articles matters.
    var scoresArticles: Bool { keep > 0 && grouping != .passage }

    /// About how many passages are looked at, once for each thing that is wanted of them.
    var work: Int {
        facets.reduce(match.bound) { $0 + ($1.siblings ?? match).bound }
    }
}
