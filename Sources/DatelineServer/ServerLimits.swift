package import QueryLanguage

/// What the daemon accepts at most. Each limit has a clear error, and `status` lists them.
package struct ServerLimits: Sendable {
    /// Bytes of a search request's JSON.
    package var requestBytes = 1 << 20
    /// Bytes of a request that corrects names.
    package var correctionBytes = 32 << 20
    /// Bytes of one article, or of one line of NDJSON.
    package var articleBytes = 64 << 20
    /// Bytes of a stream of articles that are analysed and committed together.
    package var batchBytes = 4 << 20
    /// Hits, or facet values, of one reply.
    package var results = 1_000
    /// Facets of one request.
    package var facets = 20
    /// Requests that write, under way and waiting; one more is refused with 503.
    package var writesWaiting = 64
    /// How long a search may take.
    package var searchTime = Duration.seconds(2)
    /// Length and complexity of query text.
    package var query = QueryLimits()

    package init() {}

    /// The limits by name, for `status`.
    var named: [String: Int] {
        [
            "request_bytes": requestBytes, "correction_bytes": correctionBytes, "article_bytes": articleBytes,
            "results": results, "facets": facets, "writes_waiting": writesWaiting,
            "search_seconds": Int(searchTime.components.seconds),
            "query_bytes": query.maxBytes, "query_clauses": query.maxClauses, "query_depth": query.maxDepth,
        ]
    }
}
