import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex

// Completions as the protocol's replies, and requests for them. Nothing is decided here.

extension CompletionQuery {
    init(_ request: SuggestRequest, limits: ServerLimits) throws {
        self.init(request.q ?? "")
        guard text.utf8.count <= limits.query.maxBytes else {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue,
                "q is longer than \(limits.query.maxBytes) bytes", hint: "send the last few words of what is typed")
        }
        timeLimit = limits.searchTime
        limit = try Option.limit(request.n, "n", default: limit, limits)
    }
}

extension SuggestReply {
    init(_ list: CompletionList, tookMs: Double) {
        self.init(
            index: .init(list.stamp), tookMs: tookMs,
            suggestions: list.items.map {
                Suggestion(type: $0.type, text: $0.text, articles: $0.articles, passages: $0.passages)
            }, exact: list.isExact)
    }
}
