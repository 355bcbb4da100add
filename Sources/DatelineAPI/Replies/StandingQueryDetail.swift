/// A query that is kept under a name.
package struct StandingQueryDetail: Codable, JSONWritable, Equatable, Sendable {
    /// What it is called.
    package var name: String
    /// The query and its filters, as the part of a URL after `?`.
    package var request: String
    /// Why it finds nothing: it cannot be read any more. Nil when it can.
    package var problem: String?

    package init(name: String, request: String, problem: String? = nil) {
        self.name = name
        self.request = request
        self.problem = problem
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("name", name)
            $0.field("problem", ifPresent: problem)
            $0.field("request", request)
        }
    }
}
