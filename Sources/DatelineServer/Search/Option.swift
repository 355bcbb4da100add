import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex

/// Reads single options of a request.
enum Option {
    /// One of an enum's values by name.
    static func read<E: RawRepresentable & CaseIterable>(_ text: String?, _ name: String, default value: E)
        throws(APIError) -> E where E.RawValue == String
    {
        guard let text else { return value }
        if let known = E(rawValue: text) { return known }
        throw APIError(
            .badRequest, code: RequestError.Code.invalidParameter.rawValue, "\(name) cannot be \(quoted(text))",
            hint: "it is one of \(E.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    /// The error of a parameter that cannot be what it is.
    static func invalid(_ message: String, hint: String) -> APIError {
        APIError(.badRequest, code: RequestError.Code.invalidParameter.rawValue, message, hint: hint)
    }

    /// What `parse` makes of a parameter's text.
    /// - Throws: `APIError` that names the parameter. It has no position: that of an error reply is one in `q`.
    static func parsed<T>(_ text: String, _ name: String, _ parse: (String) throws(QueryError) -> T) throws(APIError)
        -> T
    {
        do throws(QueryError) { return try parse(text) } catch {
            throw APIError(
                .badRequest, code: error.code.rawValue, "\(name) cannot be \(quoted(text)): \(error.message)",
                hint: error.hint)
        }
    }

    /// The beginning of a text, which may be as long as a request.
    private static func quoted(_ text: String) -> String {
        let longest = 80
        return "\"\(text.prefix(longest))\(text.dropFirst(longest).isEmpty ? "" : "…")\""
    }

    static func limit(_ limit: Int?, _ name: String = "limit", default value: Int, _ limits: ServerLimits)
        throws(APIError) -> Int
    {
        guard let limit else { return value }
        if (0...limits.results).contains(limit) { return limit }
        throw APIError(
            .badRequest, code: RequestError.Code.invalidParameter.rawValue,
            "\(name) must lie between 0 and \(limits.results)", hint: "page through more with `next`")
    }

    static func facet(_ text: String, _ name: String) throws(APIError) -> FacetRequest {
        try parsed(text, name) { text throws(QueryError) in try FacetRequest(parsing: text, fields: Field.kinds) }
    }

    static func filters(_ texts: [String], _ name: String, _ limits: ServerLimits) throws(APIError) -> [FieldFilter] {
        guard texts.count <= limits.query.maxClauses else {
            throw APIError(
                .badRequest, code: QueryError.Code.tooManyClauses.rawValue,
                "\(name) is given more than \(limits.query.maxClauses) times")
        }
        return try texts.map { text throws(APIError) in
            try parsed(text, name) { text throws(QueryError) in
                try FieldFilter(parsing: text, fields: Field.kinds, limits: limits.query)
            }
        }
    }

    /// The state that the index must be in.
    static func state(_ text: String?) throws(APIError) -> PinnedState? {
        guard let text else { return nil }
        if let state = PinnedState(text) { return state }
        throw APIError(
            .badRequest, code: RequestError.Code.invalidParameter.rawValue, "at cannot be \(quoted(text))",
            hint: "it is a revision, or the at of a reply to a request with pin")
    }

    /// The days from `since` through `until`, each a day, a month or a year.
    static func dates(since: String?, until: String?) throws(APIError) -> DateRange? {
        guard since != nil || until != nil else { return nil }
        let from = try since.map { text throws(APIError) in try parsed(text, "since", DateRange.firstDay) }
        let through = try until.map { text throws(APIError) in try parsed(text, "until", DateRange.lastDay) }
        if let range = DateRange(from: from, through: through) { return range }
        throw APIError(
            .badRequest, code: QueryError.Code.badDate.rawValue, "since lies after until", hint: "swap the two dates")
    }
}
