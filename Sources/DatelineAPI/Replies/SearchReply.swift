/// The reply to `/v1/search`.
package struct SearchReply: Reply {
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
    /// Whether the totals and facets are complete; false when the deadline cut them short.
    package var exact: Bool
    /// Whether any of the words was enough, because few passages had them all.
    package var relaxed: Bool
    /// The hits, best first.
    package var hits: [Hit]
    /// By field; empty when none was asked for.
    package var facets: [String: FacetReply]
    /// A query with its spelling put right.
    package var suggestion: String?
    /// The cursor of the next page; nil on the last one.
    package var next: String?
    /// How the query ran, a line a step; nil unless asked for.
    package var explanation: [String]?
    /// The terms that the search chose by itself, the most telling first; nil for a query that names its own.
    package var terms: [QueryTermReply]?
    /// The state of the index that was searched, as `at` of a request takes it; nil unless asked for with `pin`.
    package var at: String?

    package init(
        index: IndexStamp, tookMs: Double, query: QueryEcho, total: Totals, exact: Bool = true, relaxed: Bool = false,
        hits: [Hit], facets: [String: FacetReply] = [:], suggestion: String? = nil, next: String? = nil,
        explanation: [String]? = nil, terms: [QueryTermReply]? = nil, at: String? = nil
    ) {
        self.index = index
        self.tookMs = tookMs
        self.query = query
        self.total = total
        self.exact = exact
        self.relaxed = relaxed
        self.hits = hits
        self.facets = facets
        self.suggestion = suggestion
        self.next = next
        self.explanation = explanation
        self.terms = terms
        self.at = at
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, query, total, exact, relaxed, hits, facets, suggestion, next, explanation, terms, at
        case tookMs = "took_ms"
    }

    // By hand because suggestion and next are written as null when absent; a synthesized encoder leaves the key out.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(index, forKey: .index)
        try container.encode(tookMs, forKey: .tookMs)
        try container.encode(query, forKey: .query)
        try container.encode(total, forKey: .total)
        try container.encode(exact, forKey: .exact)
        try container.encode(relaxed, forKey: .relaxed)
        try container.encode(hits, forKey: .hits)
        try container.encode(facets, forKey: .facets)
        try container.encode(suggestion, forKey: .suggestion)
        try container.encode(next, forKey: .next)
        try container.encodeIfPresent(explanation, forKey: .explanation)
        try container.encodeIfPresent(terms, forKey: .terms)
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("at", ifPresent: at)
            $0.field("exact", exact)
            $0.field("explanation", ifPresent: explanation)
            $0.field("facets", facets)
            $0.field("hits", hits)
            $0.field("index", index)
            $0.field("next", next)
            $0.field("query", query)
            $0.field("relaxed", relaxed)
            $0.field("schema", schema)
            $0.field("suggestion", suggestion)
            $0.field("terms", ifPresent: terms)
            $0.field("took_ms", tookMs)
            $0.field("total", total)
        }
    }
}
