import DatelineAPI
import HTTPTypes
import QueryLanguage

/// Reads single options of a request.
enum Option {
    /// One of an enum's values by name.
    static func read<E: RawRepresentable & CaseIterable>(_ text: String?, _ name: String, default value: E)
        throws(APIError) -> E where E.RawValue == String
    {
        guard let text else { return value }
        if let known = E(rawValue: text) { return known }
        throw APIError(
            .badRequest, code: RequestError.Code.invalidParameter.rawValue, "\(name) cannot be \"\(text)\"",
            hint: "it is one of \(E.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    static func limit(_ limit: Int?, default value: Int, _ limits: ServerLimits) throws(APIError) -> Int {
        guard let limit else { return value }
        if (0...limits.results).contains(limit) { return limit }
        throw APIError(
            .badRequest, code: RequestError.Code.invalidParameter.rawValue,
            "limit must lie between 0 and \(limits.results)", hint: "page through more with `next`")
    }

    /// The days from `since` through `until`, each a day, a month or a year.
    static func dates(since: String?, until: String?) throws -> DateRange? {
        guard since != nil || until != nil else { return nil }
        let from = try since.map { text throws(QueryError) in try DateRange.firstDay(of: text) }
        let through = try until.map { text throws(QueryError) in try DateRange.lastDay(of: text) }
        if let range = DateRange(from: from, through: through) { return range }
        throw APIError(
            .badRequest, code: QueryError.Code.badDate.rawValue, "since lies after until", hint: "swap the two dates")
    }
}
