/// `GET /v1/suggest`: words and names that complete what was typed.
package struct SuggestRequest: Request {
    /// What was typed so far; its last word is completed.
    package var q: String?
    /// How many words and names at most.
    package var n: Int?

    package init() {}

    package static let parameters: [RequestParameter<Self>] = [
        RequestParameter("q", .text(\.q)),
        RequestParameter("n", .integer(\.n)),
    ]
}
