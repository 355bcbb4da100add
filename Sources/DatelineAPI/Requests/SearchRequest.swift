/// `GET/POST /v1/search`: ranked hits, totals, facets.
package struct SearchRequest: SelectionRequest {
    package var q: String?
    /// In place of a query: what is sought is like this article, by its id, or like this text.
    package var similarTo: String?
    package var like: String?
    package var `where`: [String] = []
    package var allOf: [String] = []
    package var without: [String] = []
    package var since: String?
    package var until: String?
    package var by: String?
    package var match: String?
    /// Facets to count, `FIELD` or `FIELD:N` for N values.
    package var facet: [String] = []
    /// What a facet's values are ordered by: `count` or `lift`.
    package var score: String?
    /// `relevance`, `newest` or `oldest`.
    package var sort: String?
    /// What gives scores: `ineb2` or `bm25`.
    package var ranking: String?
    /// Whether what the best articles share moves others up.
    package var feedback: Bool?
    /// How many hits at most.
    package var limit: Int?
    /// The cursor `next` of the page before.
    package var after: String?
    /// Whether to give every hit instead of one page.
    package var all: Bool?
    /// Whether to say how the query ran.
    package var explain: Bool?
    /// Whether to say what each hit's score is made of.
    package var scoreParts: Bool?

    /// The state that the index must be in: `REVISION`, or what a reply to a request with `pin` had as its `at`.
    package var at: String?
    /// Whether to say which state of the index was searched.
    package var pin: Bool?

    package init() {}

    package static let parameters: [RequestParameter<Self>] =
        selectionParameters + [
            RequestParameter("similar_to", .text(\.similarTo)),
            RequestParameter("like", .text(\.like)),
            RequestParameter("facet", .list(\.facet)),
            RequestParameter("score", .text(\.score)),
            RequestParameter("sort", .text(\.sort)),
            RequestParameter("ranking", .text(\.ranking)),
            RequestParameter("feedback", .flag(\.feedback)),
            RequestParameter("limit", .integer(\.limit)),
            RequestParameter("after", .text(\.after)),
            RequestParameter("all", .flag(\.all)),
            RequestParameter("explain", .flag(\.explain)),
            RequestParameter("score_parts", .flag(\.scoreParts)),
            RequestParameter("at", .text(\.at)),
            RequestParameter("pin", .flag(\.pin)),
        ]
}
