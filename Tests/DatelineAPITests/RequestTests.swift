import DatelineAPI
import Testing

@Suite struct RequestTests {
    private var full: SearchRequest {
        var request = SearchRequest()
        request.q = "\"São Paulo\" +a&b=100%"
        request.where = ["person=Steve Witkoff", "place=Baku"]
        request.allOf = ["date=2025-08"]
        request.without = ["source=A/B"]
        request.since = "2025-08"
        request.until = "2025"
        request.by = "story"
        request.match = "any"
        request.facet = ["person:5", "place"]
        request.score = "lift"
        request.sort = "newest"
        request.limit = 20
        request.after = "c=="
        request.all = true
        request.explain = false
        return request
    }

    @Test func queryStringGoesBothWays() throws {
        #expect(
            full.queryString
                == "q=%22S%C3%A3o%20Paulo%22%20%2Ba%26b%3D100%25&where=person%3DSteve%20Witkoff&where=place%3DBaku"
                + "&all_of=date%3D2025-08&without=source%3DA%2FB&since=2025-08&until=2025&by=story&match=any&facet=person%3A5&facet=place"
                + "&score=lift&sort=newest&limit=20&after=c%3D%3D&all=true&explain=false")
        #expect(try SearchRequest(queryString: full.queryString) == full)
        #expect(SearchRequest().queryString == "")
        #expect(try SearchRequest(queryString: "") == SearchRequest())
    }

    @Test func jsonGoesBothWays() throws {
        let json = try JSON.encode(full)
        #expect(try SearchRequest(json: json) == full)
        #expect(try JSON.encode(SearchRequest()) == Array("{}".utf8))
        #expect(try SearchRequest(json: Array(#"{"q":null,"where":null,"limit":null}"#.utf8)) == SearchRequest())
    }

    @Test func formEncodingAsCurlAndBrowsersSendIt() throws {
        let request = try SearchRequest(queryString: "&q=abraham+accords&where=person=Steve+Witkoff&all=1&")
        #expect(request.q == "abraham accords")
        #expect(request.where == ["person=Steve Witkoff"])
        #expect(request.all == true)
        #expect(try CountRequest(queryString: "q").q == "")
    }

    @Test(arguments: [
        ("whre=person=X", "unknown_parameter"), ("q=a&q=b", "repeated_parameter"), ("limit=ten", "invalid_parameter"),
        ("limit=99999999999999999999", "invalid_parameter"), ("all=yes", "invalid_parameter"),
        ("q=%zz", "invalid_encoding"), ("q=%4", "invalid_encoding"), ("q=%ff", "invalid_encoding"),
        ("field=person", "unknown_parameter"),
    ])
    func badQueryStrings(text: String, code: String) {
        let error = #expect(throws: RequestError.self) { try SearchRequest(queryString: text) }
        #expect(error?.code.rawValue == code)
    }

    @Test func anUnknownParameterNamesTheKnownOnes() {
        let error = #expect(throws: RequestError.self) { try CountRequest(queryString: "facet=person") }
        #expect(error?.message == "there is no parameter \"facet\"")
        #expect(error?.hint == "known are q, where, all_of, without, since, until, by, match, at")
    }

    @Test(arguments: [
        ("{\"whre\":[]}", "unknown_parameter"), ("{\"where\":\"person=X\"}", "invalid_json"), ("[]", "invalid_json"),
        ("{\"q\":", "invalid_json"), ("{\"limit\":1.5}", "invalid_json"), ("", "invalid_json"),
        ("{\"limit\":99999999999999999999}", "invalid_json"),
    ])
    func badJSON(text: String, code: String) {
        let error = #expect(throws: RequestError.self) { try SearchRequest(json: Array(text.utf8)) }
        #expect(error?.code.rawValue == code)
    }

    @Test func aFacetPageTakesItsFieldFromThePath() throws {
        let request = try FacetPageRequest(
            field: "person", queryString: "prefix=wit&score=lift&sort=name&limit=5&after=x&q=gaza")
        #expect(request.field == "person")
        #expect(request.queryString == "q=gaza&prefix=wit&score=lift&sort=name&limit=5&after=x")
        #expect(try FacetPageRequest(field: "person", json: JSON.encode(request)) == request)
        #expect(throws: RequestError.self) { try FacetPageRequest(field: "person", queryString: "field=place") }
    }
}
