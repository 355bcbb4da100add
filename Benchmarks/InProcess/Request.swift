import QueryLanguage
import SearchIndex

/// One line of the benchmark's protocol: `op⇥mode⇥check⇥filter⇥terms⇥text`, where this engine reads mode, check,
/// filter and text. Benchmarks/README.md describes the fields.
struct Request {
    private let mode: Substring
    private let isCheck: Bool
    private let filter: Substring
    private let text: Substring

    /// Nil for a line of another shape.
    init?(line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 6 else { return nil }
        mode = fields[1]
        isCheck = fields[2] == "1"
        filter = fields[3]
        text = fields[5]
    }

    /// The query as the server would make it of `q`, `by=passage`, `match=all`, `ranking=bm25`, `where` and `facet`.
    /// - Throws: `QueryError`.
    func query() throws(QueryError) -> SearchQuery {
        var query = SearchQuery()
        query.text = String(text)
        query.query = try QueryParser(fields: Field.kinds).parse(query.text)
        query.matching = .all
        query.grouping = .passage
        // What the other engines rank by.
        query.ranking = .bm25
        if !filter.isEmpty { query.filters = [try FieldFilter(parsing: String(filter), fields: Field.kinds)] }
        if mode == "top" || mode == "fast" { return query }
        let limit = isCheck ? FacetRequest.limits.upperBound : FacetRequest.defaultLimit
        query.facets = ["person", "place", "organization"].map { FacetRequest(field: $0, limit: limit) }
        return query
    }
}
