/// `GET /v1/watch`: passages that match, as they come in.
package struct WatchRequest: SelectionRequest {
    package var q: String?
    package var `where`: [String] = []
    package var allOf: [String] = []
    package var without: [String] = []
    package var since: String?
    package var until: String?
    /// Always `passage`.
    package var by: String?
    package var match: String?
    /// The names of standing queries in place of a query of its own; `*` for all.
    package var saved: [String] = []
    /// What came in commits after this revision is sent first; nil for only what is to come.
    package var sinceRevision: Int?
    /// The index that the revision is of.
    package var uuid: String?

    package init() {}

    package static let parameters: [RequestParameter<Self>] =
        selectionParameters + [
            RequestParameter("saved", .list(\.saved)),
            RequestParameter("since_revision", .integer(\.sinceRevision)),
            RequestParameter("uuid", .text(\.uuid)),
        ]
}
