/// `GET/POST /v1/pairs`: values of two fields that stand in the same passages.
package struct PairsRequest: SelectionRequest {
    /// The two fields, such as `person` and `organization`, or one twice.
    package var field: [String] = []
    package var q: String?
    package var `where`: [String] = []
    package var allOf: [String] = []
    package var without: [String] = []
    package var since: String?
    package var until: String?
    package var by: String?
    package var match: String?
    /// `count`, `lift` or `loglikelihood`.
    package var sort: String?
    /// The fewest passages that a pair must have in common.
    package var min: Int?
    /// How many pairs at most.
    package var limit: Int?
    /// The cursor `next` of the page before.
    package var after: String?

    package init() {}

    package static let parameters: [RequestParameter<Self>] =
        [RequestParameter("field", .list(\.field))] + selectionParameters + [
            RequestParameter("sort", .text(\.sort)),
            RequestParameter("min", .integer(\.min)),
            RequestParameter("limit", .integer(\.limit)),
            RequestParameter("after", .text(\.after)),
        ]
}
