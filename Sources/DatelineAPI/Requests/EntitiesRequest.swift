/// `GET /v1/entities`: the names that the index knows.
package struct EntitiesRequest: Request {
    /// Only names with a word that starts so.
    package var q: String?
    /// Only names of these types; empty for all.
    package var type: [String] = []
    /// How many names at most.
    package var limit: Int?
    /// The cursor `next` of the page before.
    package var after: String?

    package init() {}

    package static let parameters: [RequestParameter<Self>] = [
        RequestParameter("q", .text(\.q)),
        RequestParameter("type", .list(\.type)),
        RequestParameter("limit", .integer(\.limit)),
        RequestParameter("after", .text(\.after)),
    ]
}
