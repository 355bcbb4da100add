/// `PUT /v1/queries/{name}`: what is watched for under a name.
package struct StandingQueryRequest: SelectionRequest {
    package var q: String?
    package var `where`: [String] = []
    package var allOf: [String] = []
    package var without: [String] = []
    package var since: String?
    package var until: String?
    /// Always `passage`.
    package var by: String?
    package var match: String?

    package init() {}

    package static let parameters: [RequestParameter<Self>] = selectionParameters
}
