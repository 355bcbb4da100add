/// `GET/POST /v1/count`: totals alone.
package struct CountRequest: SelectionRequest {
    package var q: String?
    package var `where`: [String] = []
    package var allOf: [String] = []
    package var without: [String] = []
    package var since: String?
    package var until: String?
    package var by: String?
    package var match: String?

    /// The state that the index must be in, as for a search.
    package var at: String?

    package init() {}

    package static let parameters: [RequestParameter<Self>] =
        selectionParameters + [RequestParameter("at", .text(\.at))]
}
