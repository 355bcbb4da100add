/// A request whose parameters come as a query string or as one JSON object, with the same names in both.
///
/// Its table of parameters is all that a request type declares; both forms, in both directions, derive from it.
/// Both are strict: a typo in the name of a filter must not widen a search.
package protocol Request: Codable, Equatable, Sendable {
    /// A request that leaves every parameter out.
    init()

    /// Every parameter, in the order in which a query string gives them.
    static var parameters: [RequestParameter<Self>] { get }
}

extension Request {
    static func parameter(named name: String) throws(RequestError) -> RequestParameter<Self> {
        guard let parameter = parameters.first(where: { $0.name == name }) else {
            throw RequestError(
                .unknownParameter, "there is no parameter \"\(name)\"",
                hint: "known are \(parameters.map(\.name).joined(separator: ", "))")
        }
        return parameter
    }
}
