import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex
import Testing

@testable import DatelineServer

/// What requests for pairs, timelines and comparisons mean.
@Suite struct InsightMeaningTests {
    private let limits = ServerLimits()

    @Test func pairs() throws {
        let query = try PairQuery(
            PairsRequest(queryString: "field=person&field=place&q=baku&min=2&sort=loglikelihood&by=passage&limit=7"),
            limits: limits)
        #expect((query.first, query.second) == ("person", "place"))
        #expect(query.minimum == 2 && query.order == .logLikelihood && query.limit == 7)
        #expect(query.search.grouping == .passage && query.search.query == .word("baku"))
        #expect(query.bound == limits.pairs)
    }

    @Test(arguments: [
        ("", "pairs are of two fields, and field is given 0 times"),
        ("field=person", "pairs are of two fields, and field is given 1 times"),
        ("field=person&field=place&by=story", "by cannot be \"story\" for pairs"),
        ("field=person&field=place&min=0", "min is less than 1"),
        ("field=person&field=place&sort=name", "sort cannot be \"name\""),
    ])
    func pairsThatCannotBe(_ queryString: String, _ message: String) throws {
        let error = #expect(throws: APIError.self) {
            try PairQuery(PairsRequest(queryString: queryString), limits: limits)
        }
        #expect(error?.status == .badRequest && error?.detail.message == message)
    }

    @Test func timelines() throws {
        let usual = try TimelineQuery(TimelineRequest(queryString: "q=baku"), limits: limits)
        #expect(usual.period == nil && usual.per == 1_000 && usual.bound == limits.periods)
        let weeks = try TimelineQuery(TimelineRequest(queryString: "every=week&per=100&by=story"), limits: limits)
        #expect(weeks.period == .week && weeks.per == 100 && weeks.search.grouping == .story)
        for (queryString, message) in [
            ("every=decade", "every cannot be \"decade\""), ("per=0", "per must lie between 1 and 1000000000"),
        ] {
            let error = #expect(throws: APIError.self) {
                try TimelineQuery(TimelineRequest(queryString: queryString), limits: limits)
            }
            #expect(error?.detail.message == message)
        }
    }

    @Test func comparisons() throws {
        let query = try FacetQuery(
            FacetPageRequest(field: "person", queryString: "q=gaza&versus=ukraine"), limits: limits)
        #expect(query.versus == .word("ukraine"))
        let both = #expect(throws: APIError.self) {
            try FacetQuery(FacetPageRequest(field: "person", queryString: "versus=a&score=lift"), limits: limits)
        }
        #expect(both?.detail.message == "score and versus exclude each other")
        // A position in a reply is one in q.
        let mistake = #expect(throws: APIError.self) {
            try FacetQuery(FacetPageRequest(field: "person", queryString: "versus=(a"), limits: limits)
        }
        #expect(mistake?.detail.position == nil && mistake?.detail.message.hasPrefix("versus cannot be") == true)
    }
}
