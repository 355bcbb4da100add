/// `GET/POST /v1/facets/{field}`: one facet's values, page by page.
///
/// The field is part of the path, so neither the query string nor the JSON object has it.
package struct FacetPageRequest: SelectionRequest {
    /// The field whose values are counted; of a date also `date.month` and `date.year`.
    package var field = ""
    package var q: String?
    package var `where`: [String] = []
    package var allOf: [String] = []
    package var without: [String] = []
    package var since: String?
    package var until: String?
    package var by: String?
    package var match: String?
    /// Only values with a word that starts so.
    package var prefix: String?
    /// What values are ordered by: `count` or `lift`.
    package var score: String?
    /// `count`, which is by the score, or `name`.
    package var sort: String?
    /// How many values at most.
    package var limit: Int?
    /// The cursor `next` of the page before.
    package var after: String?
    /// A query whose matches, with the same filters, the values are compared with.
    package var versus: String?

    /// The state that the index must be in, as for a search.
    package var at: String?

    package init() {}

    /// - Throws: ``RequestError``, as `init(queryString:)` of every request.
    package init(field: String, queryString: String) throws(RequestError) {
        try self.init(queryString: queryString)
        self.field = field
    }

    /// - Throws: ``RequestError``, as `init(json:)` of every request.
    package init(field: String, json: [UInt8]) throws(RequestError) {
        try self.init(json: json)
        self.field = field
    }

    package static let parameters: [RequestParameter<Self>] =
        selectionParameters + [
            RequestParameter("prefix", .text(\.prefix)),
            RequestParameter("score", .text(\.score)),
            RequestParameter("sort", .text(\.sort)),
            RequestParameter("limit", .integer(\.limit)),
            RequestParameter("after", .text(\.after)),
            RequestParameter("versus", .text(\.versus)),
            RequestParameter("at", .text(\.at)),
        ]
}
