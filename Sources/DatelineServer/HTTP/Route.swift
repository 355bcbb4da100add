import DatelineAPI
import HTTPTypes

/// What a request asks for, read from its method and path.
enum Route: Equatable, Sendable {
    case search, count, suggest
    case facet(field: String)
    case stories
    case pairs, timeline, screen
    case entities, corrections, correct
    /// `last`, a number, or two with `-` between.
    case undoCorrections(numbers: String)
    case ingest
    case article(id: String)
    /// Articles like this one.
    case similar(id: String)
    case deleteArticle(id: String)
    case passage(id: String)
    case gazetteers
    case putGazetteer(name: String)
    case deleteGazetteer(name: String)
    case export
    case status, fields, health, metrics, openAPI
    /// `/v1/admin/…`: what is done to the index as a whole.
    case check, compact, backup, reindex
    /// Passages that match, as they come in.
    case watch
    case queries
    case putQuery(name: String)
    case deleteQuery(name: String)

    /// - Parameter path: as sent, percent-encoded, without the query string. An article's id may hold slashes, encoded
    ///   or not.
    /// - Throws: `APIError` with 404 for an unknown path, 405 for a known one with another method.
    init(method: HTTPRequest.Method, path: String) throws(APIError) {
        var segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        guard segments.first == "v1" else {
            guard segments.count == 1, let route = Self.beside[segments[0]] else { throw Self.unknown }
            self = try Self.one(route, of: [.get, .head], method)
            return
        }
        segments.removeFirst()
        let head = segments.first ?? ""
        let rest = segments.dropFirst().joined(separator: "/")
        switch (head, rest) {
        case ("search", ""): self = try Self.one(.search, of: [.get, .post], method)
        case ("count", ""): self = try Self.one(.count, of: [.get, .post], method)
        case ("suggest", ""): self = try Self.one(.suggest, of: [.get], method)
        case ("pairs", ""): self = try Self.one(.pairs, of: [.get, .post], method)
        case ("screen", ""): self = try Self.one(.screen, of: [.post], method)
        case ("timeline", ""): self = try Self.one(.timeline, of: [.get, .post], method)
        case ("stories", ""): self = try Self.one(.stories, of: [.get], method)
        case ("entities", ""): self = try Self.one(.entities, of: [.get], method)
        case ("entities", "corrections"):
            self = try Self.one(method == .post ? .correct : .corrections, of: [.get, .post], method)
        case ("entities", let path) where path.hasPrefix("corrections/"):
            let numbers = try Self.decoded(String(path.dropFirst("corrections/".count)))
            self = try Self.one(.undoCorrections(numbers: numbers), of: [.delete], method)
        case ("articles", ""): self = try Self.one(.ingest, of: [.post], method)
        case ("watch", ""): self = try Self.one(.watch, of: [.get], method)
        case ("queries", ""): self = try Self.one(.queries, of: [.get], method)
        case ("queries", let name):
            let name = try Self.decoded(name)
            self = try Self.one(
                method == .delete ? .deleteQuery(name: name) : .putQuery(name: name), of: [.put, .delete], method)
        case ("export", ""): self = try Self.one(.export, of: [.get], method)
        case ("admin", "check"): self = try Self.one(.check, of: [.post], method)
        case ("admin", "compact"): self = try Self.one(.compact, of: [.post], method)
        case ("admin", "reindex"): self = try Self.one(.reindex, of: [.post], method)
        case ("admin", "backup"): self = try Self.one(.backup, of: [.get], method)
        case ("status", ""): self = try Self.one(.status, of: [.get], method)
        case ("fields", ""): self = try Self.one(.fields, of: [.get], method)
        case ("facets", let field) where field != "":
            self = try Self.one(.facet(field: try Self.decoded(field)), of: [.get, .post], method)
        case ("entities", "gazetteers"): self = try Self.one(.gazetteers, of: [.get], method)
        case ("entities", let path) where path.hasPrefix("gazetteers/"):
            let name = try Self.decoded(String(path.dropFirst("gazetteers/".count)))
            self = try Self.one(
                method == .delete ? .deleteGazetteer(name: name) : .putGazetteer(name: name), of: [.put, .delete],
                method)
        case ("passages", let id) where id != "":
            self = try Self.one(.passage(id: try Self.decoded(id)), of: [.get], method)
        case ("articles", let path) where path.hasSuffix("/similar"):
            let id = try Self.decoded(String(path.dropLast("/similar".count)))
            self = try Self.one(.similar(id: id), of: [.get], method)
        case ("articles", let id):
            let id = try Self.decoded(id)
            self = try Self.one(
                method == .delete ? .deleteArticle(id: id) : .article(id: id), of: [.get, .delete], method)
        default: throw Self.unknown
        }
    }

    /// What is not of the protocol's version, by the path's only segment.
    private static let beside: [String: Route] = [
        "healthz": .health, "metrics": .metrics, "openapi.json": .openAPI,
    ]

    private static let unknown = APIError(
        .notFound, code: "unknown_path", "there is nothing at this path", hint: "docs/API.md lists the paths")

    private static func one(_ route: Route, of methods: [HTTPRequest.Method], _ method: HTTPRequest.Method)
        throws(APIError) -> Route
    {
        if methods.contains(method) { return route }
        throw APIError(
            .methodNotAllowed, code: "method_not_allowed", "this path does not take \(method)",
            hint: "it takes \(methods.map(\.rawValue).joined(separator: ", "))",
            headers: [.allow: methods.map(\.rawValue).joined(separator: ", ")])
    }

    private static func decoded(_ text: String) throws(APIError) -> String {
        do { return try PercentEncoding.decode(Array(text.utf8)[...]) } catch { throw APIError(error) }
    }

    /// Whether a search thread answers it.
    var isSearch: Bool {
        switch self {
        case .search, .similar, .count, .facet, .suggest, .stories, .entities, .pairs, .timeline, .screen: true
        default: false
        }
    }
}
