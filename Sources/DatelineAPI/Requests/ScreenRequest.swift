/// `POST /v1/screen`: names to look up, one by one.
package struct ScreenRequest: Request {
    /// The names, as they are written anywhere; also `Last, First`.
    package var names: [String] = []
    /// Only names of these types: `person`, `place`, `organization`, `misc`; empty for all.
    package var type: [String] = []

    package init() {}

    package static let parameters: [RequestParameter<Self>] = [
        RequestParameter("names", .list(\.names)),
        RequestParameter("type", .list(\.type)),
    ]
}
