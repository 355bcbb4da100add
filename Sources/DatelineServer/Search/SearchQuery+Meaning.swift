import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex

/// Where raw requests become meant ones: everything is read and checked here, once.
extension SearchQuery {
    init(_ request: SearchRequest, limits: ServerLimits) throws {
        try self.init(selection: request, limits: limits)
        sort = try Option.read(request.sort, "sort", default: .relevance)
        limit = try Option.limit(request.limit, default: 10, limits)
        after = request.after
        guard request.facet.count <= limits.facets else {
            throw APIError(.badRequest, code: "too_many_facets", "more than \(limits.facets) facets in one request")
        }
        for text in request.facet { facets.append(try FacetRequest(parsing: text, fields: Field.kinds)) }
    }

    init(_ request: CountRequest, limits: ServerLimits) throws {
        try self.init(selection: request, limits: limits)
    }

    /// Query, filters, dates, grouping and matching, which all requests share.
    init(selection request: some SelectionRequest, limits: ServerLimits) throws {
        self.init()
        text = request.q ?? ""
        query = try QueryParser(fields: Field.kinds, limits: limits.query).parse(text)
        filters = try Self.filters(request.where, limits)
        exclusions = try Self.filters(request.without, limits)
        dates = try Option.dates(since: request.since, until: request.until)
        grouping = try Option.read(request.by, "by", default: .article)
        if grouping == .story {
            throw APIError(
                .badRequest, code: "unsupported", "this index does not group by story", hint: "use by=article")
        }
        matching = try Option.read(request.match, "match", default: .auto)
    }

    private static func filters(_ texts: [String], _ limits: ServerLimits) throws -> [FieldFilter] {
        guard texts.count <= limits.query.maxClauses else {
            throw APIError(
                .badRequest, code: "too_many_clauses", "more than \(limits.query.maxClauses) filters in one request")
        }
        return try texts.map { try FieldFilter(parsing: $0, fields: Field.kinds, limits: limits.query) }
    }
}

extension FacetQuery {
    init(_ request: FacetPageRequest, limits: ServerLimits) throws {
        let facet = try FacetRequest(parsing: request.field, fields: Field.kinds)
        self.init(field: facet.field, search: try SearchQuery(selection: request, limits: limits))
        prefix = request.prefix
        order = try Option.read(request.sort, "sort", default: .count)
        limit = try Option.limit(request.limit, default: facet.limit, limits)
        after = request.after
    }
}
