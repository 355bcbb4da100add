import DatelineAPI

/// The query parameters of `POST /v1/articles`.
struct IngestRequest: DatelineAPI.Request {
    /// The file's name: the id of an article that gives none, and its format when the content type says nothing.
    var name: String?
    /// The number of the body's first line, for errors, when a client sends a file in parts.
    var firstLine: Int?
    /// Whether the reply lists the ids of the articles of each file.
    var ids: Bool?

    init() {}

    static let parameters: [RequestParameter<Self>] = [
        RequestParameter("name", .text(\.name)), RequestParameter("first_line", .integer(\.firstLine)),
        RequestParameter("ids", .flag(\.ids)),
    ]
}
