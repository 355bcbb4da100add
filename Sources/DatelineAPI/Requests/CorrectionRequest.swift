/// One correction in the body of `POST /v1/entities/corrections`, which is one such object or an array of them.
package struct CorrectionRequest: Request {
    /// `alias`, `merge`, `split`, `hide` or `retype`.
    package var verb: String?
    /// `TYPE=NAME`.
    package var name: String?
    /// What the name becomes: `TYPE=NAME`, a name of the same type, or for `retype` a type.
    package var into: String?
    /// For `split`, what the articles have: `FIELD=VALUE`.
    package var `where`: [String] = []
    /// For `split`, the articles' ids: as `where` with `article=ID`.
    package var articles: [String] = []
    /// The line of a file that it stands on, for errors.
    package var line: Int?

    package init() {}

    package init(verb: String, name: String, into: String? = nil) {
        self.verb = verb
        self.name = name
        self.into = into
    }

    package static let parameters: [RequestParameter<Self>] = [
        RequestParameter("verb", .text(\.verb)),
        RequestParameter("name", .text(\.name)),
        RequestParameter("into", .text(\.into)),
        RequestParameter("where", .list(\.where)),
        RequestParameter("articles", .list(\.articles)),
        RequestParameter("line", .integer(\.line)),
    ]

    /// Reads one object, or an array of them.
    /// - Throws: ``RequestError``, as every request.
    package static func list(json: [UInt8]) throws(RequestError) -> [CorrectionRequest] {
        let space = Array(" \t\r\n".utf8)
        if json.first(where: { !space.contains($0) }) == UInt8(ascii: "[") {
            return try JSON.decode([CorrectionRequest].self, from: json)
        }
        return [try CorrectionRequest(json: json)]
    }
}
