import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex
import Testing

@testable import DatelineServer

/// How raw requests become meant ones. Every mistake is told with the name of its parameter.
@Suite struct RequestMeaningTests {
    private let limits = ServerLimits()

    private func search(_ queryString: String) throws -> SearchQuery {
        try SearchQuery(SearchRequest(queryString: queryString), limits: limits)
    }

    @Test func whatIsLeftOutHasItsUsualValue() throws {
        let query = try search("")
        #expect(query.limit == 10 && query.timeLimit == .seconds(2))
        #expect(query.grouping == .article)
        #expect(query.sort == .relevance)
        #expect(query.matching == .auto)
        #expect(query.dates == nil)
        #expect(query.requirements.isEmpty && query.facetScore == .count && !query.explains)
        #expect(query.filters.isEmpty && query.exclusions.isEmpty && query.facets.isEmpty && query.after == nil)
    }

    @Test func everythingIsRead() throws {
        let query = try search(
            "q=abraham+accords&where=person=Steve+Witkoff&where=source=A%3DB&without=place=Baku&all_of=tag=*&all_of=tag=x&since=2025&until=2025-02"
                + "&by=passage&match=any&facet=person&facet=place:3&facet=date.month"
                + "&score=lift&sort=newest&limit=0&after=1-2-x&explain=true")
        #expect(query.query.description == "(sequence (word abraham) (word accords))")
        #expect(query.text == "abraham accords")
        #expect(query.filters.map { "\($0.query)" } == [#"(field person "Steve Witkoff")"#, #"(field source "A=B")"#])
        #expect(query.exclusions.map { "\($0.query)" } == ["(field place Baku)"])
        #expect(query.dates?.description == "2025-01-01..2025-02-28")
        #expect(query.grouping == .passage)
        #expect(query.matching == .any)
        #expect(query.requirements.map { "\($0.query)" } == ["(field tag *)", "(field tag x)"])
        #expect(query.facets.map(\.name) == ["person", "place", "date.month"])
        #expect(query.facets.map(\.limit) == [10, 3, 10])
        #expect(query.facetScore == .lift)
        #expect(query.explains)
        #expect(query.sort == .newest)
        #expect(query.limit == 0)
        #expect(query.after == "1-2-x")
    }

    @Test(arguments: [
        ("sort=up", "invalid_parameter", #"sort cannot be "up""#),
        ("by=word", "invalid_parameter", #"by cannot be "word""#),
        ("match=most", "invalid_parameter", #"match cannot be "most""#),
        ("limit=-1", "invalid_parameter", "limit must lie between 0 and 1000"),
        ("limit=1001", "invalid_parameter", "limit must lie between 0 and 1000"),
        ("all=true&limit=5", "invalid_parameter", "all and limit exclude each other"),
        ("since=soon", "bad_date", #"since cannot be "soon": This is not a date."#),
        ("until=2025-02-30", "bad_date", #"until cannot be "2025-02-30": This is not a date."#),
        ("since=2025-02&until=2025-01", "bad_date", "since lies after until"),
        ("where=person", "bad_filter", #"where cannot be "person": A filter has a field and a value."#),
        ("where=foo=bar", "unknown_field", #"where cannot be "foo=bar": There is no field foo."#),
        ("without=date=soon", "bad_date", #"without cannot be "date=soon": This is not a date."#),
        ("facet=foo", "unknown_field", #"facet cannot be "foo": There is no field foo."#),
        ("facet=text", "unknown_field", #"facet cannot be "text": There is no field text."#),
        ("score=rank", "invalid_parameter", #"score cannot be "rank""#),
        ("all_of=person", "bad_filter", #"all_of cannot be "person": A filter has a field and a value."#),
        ("facet=date.week", "bad_facet", #"facet cannot be "date.week": There is no such unit."#),
        ("facet=person:0", "bad_facet", #"facet cannot be "person:0": This is not a number of values."#),
    ])
    func aMistakeNamesItsParameter(_ queryString: String, _ code: String, _ message: String) {
        let error = #expect(throws: APIError.self) { try search("q=baku&" + queryString) }
        #expect(error?.status == .badRequest)
        #expect(error?.detail.code == code)
        #expect(error?.detail.message == message)
        #expect(error?.detail.hint != nil)
        // A position is one in `q`, where nothing is wrong.
        #expect(error?.detail.position == nil)
    }

    @Test(arguments: ["where", "all_of", "without", "facet"])
    func listsHaveALimit(_ name: String) {
        let value = name == "facet" ? "person" : "person=x"
        let many = Array(repeating: "\(name)=\(value)", count: 257).joined(separator: "&")
        let error = #expect(throws: APIError.self) { try search(many) }
        #expect(error?.detail.code == (name == "facet" ? "too_many_facets" : "too_many_clauses"))
    }

    @Test func aLongValueIsNotRepeatedWhole() {
        let error = #expect(throws: APIError.self) { try search("where=" + String(repeating: "x", count: 3_000)) }
        #expect((error?.detail.message.count ?? 0) < 200)
    }

    @Test func countsAndFacetsReadTheSame() throws {
        let error = #expect(throws: APIError.self) {
            try SearchQuery(CountRequest(queryString: "where=foo=bar"), limits: limits)
        }
        #expect(error?.detail.message == #"where cannot be "foo=bar": There is no field foo."#)
        let facet = try FacetQuery(
            FacetPageRequest(field: "person", queryString: "prefix=wit&sort=name"), limits: limits)
        #expect(facet.field == "person")
        #expect(facet.prefix == "wit")
        #expect(facet.limit == 10)
        #expect(facet.unit == .day && facet.order == .name && facet.search.facetScore == .count)
        let months = try FacetQuery(
            FacetPageRequest(field: "date.month", queryString: "score=lift&all_of=person=x"), limits: limits)
        #expect(months.field == "date" && months.unit == .month && months.order == .count)
        #expect(months.search.facetScore == .lift && months.search.requirements.count == 1)
        let unknown = #expect(throws: APIError.self) {
            try FacetQuery(FacetPageRequest(field: "foo", queryString: ""), limits: limits)
        }
        #expect(unknown?.detail.message == #"the field cannot be "foo": There is no field foo."#)
    }

    @Test(arguments: [("q=baku+%22open", 5), ("q=(a", 0), ("q=a+foo:bar", 2)])
    func aMistakeInTheQueryHasItsPosition(_ queryString: String, _ position: Int) throws {
        let error = try #require(#expect(throws: QueryError.self) { try search(queryString) })
        #expect(APIError(error).detail.position == position)
        #expect(APIError(error).status == .badRequest)
    }
}
