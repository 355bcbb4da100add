import DatelineAPI
import HTTPTypes

/// One method of one path, as `/openapi.json` describes it.
struct Operation {
    /// What a request brings beside its parameters: a schema for each media type.
    typealias Body = [String: JSONTree]

    var method: HTTPRequest.Method
    /// With the name of its free segment in braces, as in `/v1/articles/{id}`.
    var path: String
    var route: Route.Name
    var summary: String
    var parameters: [Parameter] = []
    /// Nil for an operation without one.
    var body: Body?
    /// The type of the JSON reply; nil when there is none of a type.
    var reply: (any Decodable.Type)?
    /// Media types of replies beside or in place of it.
    var otherReplies: [String] = []
    /// The least role; nil when anybody may.
    var role: Role?
    /// The statuses of errors, beside those that every operation may have.
    var errors: [Int] = []
    /// The schema of the path's free segment.
    var segmentSchema: JSONTree = ["type": "string", "minLength": 1]

    /// The name of the path's free segment.
    var segment: String? {
        guard let start = path.firstIndex(of: "{"), let end = path.firstIndex(of: "}") else { return nil }
        return String(path[path.index(after: start)..<end])
    }

    /// All statuses of errors.
    var statuses: [Int] {
        // The request's head; the connections or the time to drain; what we did not foresee.
        let common = [400, 431, 500, 503]
        return Set(common + errors + (role == nil ? [] : [401, 403])).sorted()
    }
}
