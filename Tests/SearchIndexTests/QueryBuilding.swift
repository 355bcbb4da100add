import QueryLanguage
import SearchIndex

extension SearchQuery {
    /// A search as a person would type it.
    init(
        _ text: String, where filters: [String] = [], allOf: [String] = [], without: [String] = [],
        facets: [String] = [],
        by grouping: Grouping = .passage, sort: SortOrder = .relevance, match: Matching = .all, limit: Int = 1_000
    ) throws {
        self.init()
        self.text = text
        query = try QueryParser(fields: Field.kinds).parse(text)
        self.filters = try filters.map { try FieldFilter(parsing: $0, fields: Field.kinds) }
        requirements = try allOf.map { try FieldFilter(parsing: $0, fields: Field.kinds) }
        exclusions = try without.map { try FieldFilter(parsing: $0, fields: Field.kinds) }
        self.facets = try facets.map { try FacetRequest(parsing: $0, fields: Field.kinds) }
        self.grouping = grouping
        self.sort = sort
        matching = match
        self.limit = limit
    }
}
