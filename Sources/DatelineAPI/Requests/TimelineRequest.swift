/// `GET/POST /v1/timeline`: how many articles of each period match.
package struct TimelineRequest: SelectionRequest {
    package var q: String?
    package var `where`: [String] = []
    package var allOf: [String] = []
    package var without: [String] = []
    package var since: String?
    package var until: String?
    package var by: String?
    package var match: String?
    /// `day`, `week`, `month` or `year`; nil for what suits the span.
    package var every: String?
    /// How many articles of a period a rate is of.
    package var per: Int?

    package init() {}

    package static let parameters: [RequestParameter<Self>] =
        selectionParameters + [
            RequestParameter("every", .text(\.every)),
            RequestParameter("per", .integer(\.per)),
        ]
}
