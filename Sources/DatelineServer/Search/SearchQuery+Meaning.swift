import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex

/// Where raw requests become meant ones: everything is read and checked here, once.
extension SearchQuery {
    init(_ request: SearchRequest, limits: ServerLimits) throws {
        try self.init(selection: request, limits: limits)
        sort = try Option.read(request.sort, "sort", default: .relevance)
        ranking = try Option.read(request.ranking, "ranking", default: .ineb2)
        feedback = request.feedback ?? true
        limit = try Option.limit(request.limit, default: 10, limits)
        after = request.after
        guard request.all != true || request.limit == nil else {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue, "all and limit exclude each other",
                hint: "leave one of them out")
        }
        guard request.facet.count <= limits.facets else {
            throw APIError(.badRequest, code: "too_many_facets", "more than \(limits.facets) facets in one request")
        }
        facets = try request.facet.map { try Option.facet($0, "facet") }
        facetScore = try Option.read(request.score, "score", default: .count)
        explains = request.explain ?? false
        givesScoreParts = request.scoreParts ?? false
        likeness = try Self.likeness(request)
        state = try Option.state(request.at)
    }

    private static func likeness(_ request: SearchRequest) throws(APIError) -> Likeness? {
        let given = [request.q, request.similarTo, request.like].compactMap(\.self)
        guard given.count < 2 || (request.similarTo == nil && request.like == nil) else {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue,
                "q, similar_to and like exclude each other", hint: "leave one of them out")
        }
        if let id = request.similarTo { return .article(id: id) }
        return request.like.map(Likeness.text)
    }

    init(_ request: CountRequest, limits: ServerLimits) throws {
        try self.init(selection: request, limits: limits)
        state = try Option.state(request.at)
    }

    /// Query, filters, dates, grouping and matching, which all requests share.
    init(selection request: some SelectionRequest, limits: ServerLimits) throws {
        self.init()
        timeLimit = limits.searchTime
        expansion = limits.expansion
        text = request.q ?? ""
        query = try QueryParser(fields: Field.kinds, limits: limits.query).parse(text)
        filters = try Option.filters(request.where, "where", limits)
        requirements = try Option.filters(request.allOf, "all_of", limits)
        exclusions = try Option.filters(request.without, "without", limits)
        dates = try Option.dates(since: request.since, until: request.until)
        grouping = try Option.read(request.by, "by", default: .article)
        matching = try Option.read(request.match, "match", default: .auto)
    }
}

extension StoryQuery {
    init(_ request: StoriesRequest, limits: ServerLimits) throws {
        self.init()
        timeLimit = limits.searchTime
        dates = try Option.dates(since: request.since, until: request.until)
        limit = try Option.limit(request.limit, default: limit, limits)
        after = request.after
    }
}

extension FacetQuery {
    init(_ request: FacetPageRequest, limits: ServerLimits) throws {
        let facet = try Option.facet(request.field, "the field")
        self.init(field: facet.field, search: try SearchQuery(selection: request, limits: limits))
        unit = facet.unit
        search.state = try Option.state(request.at)
        search.facetScore = try Option.read(request.score, "score", default: .count)
        prefix = request.prefix
        order = try Option.read(request.sort, "sort", default: .count)
        limit = try Option.limit(request.limit, default: facet.limit, limits)
        after = request.after
        versus = try request.versus.map { text in
            try Option.parsed(text, "versus") { text throws(QueryError) in
                try QueryParser(fields: Field.kinds, limits: limits.query).parse(text)
            }
        }
        if versus != nil, request.score != nil {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue, "score and versus exclude each other",
                hint: "with versus, values are ordered by how unusual they are: leave score out")
        }
    }
}
