/// What search, count and facet requests have in common: which passages are meant.
package protocol SelectionRequest: Request {
    /// The query text; nil or empty is everything.
    var q: String? { get set }
    /// Filters `FIELD=VALUE`: any of one field's, all of the fields.
    var `where`: [String] { get set }
    /// Filters `FIELD=VALUE`: one and all of these.
    var allOf: [String] { get set }
    /// Filters `FIELD=VALUE`: none of these.
    var without: [String] { get set }
    /// The first day: `2025`, `2025-08` or `2025-08-02`.
    var since: String? { get set }
    /// The last day, in the same forms.
    var until: String? { get set }
    /// `article`, `passage` or `story`: what is one result, or what is counted.
    var by: String? { get set }
    /// `auto`, `all` or `any`: how many of the plain words must stand in a passage.
    var match: String? { get set }
}

extension SelectionRequest {
    static var selectionParameters: [RequestParameter<Self>] {
        [
            RequestParameter("q", .text(\.q)),
            RequestParameter("where", .list(\.where)),
            RequestParameter("all_of", .list(\.allOf)),
            RequestParameter("without", .list(\.without)),
            RequestParameter("since", .text(\.since)),
            RequestParameter("until", .text(\.until)),
            RequestParameter("by", .text(\.by)),
            RequestParameter("match", .text(\.match)),
        ]
    }
}
