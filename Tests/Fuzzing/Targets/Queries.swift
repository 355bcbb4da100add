import HTTPTypes

@testable import DatelineAPI
@testable import DatelineServer
@testable import QueryLanguage
@testable import SearchIndex

extension DatelineFuzz {
    private static let queryWords = [
        " AND ", " OR ", "NOT ", " NEAR/5 ", " NEAR ", "title:", "person:\"", "place:*", "date:2025-07..2025-08",
        "date:",
        "..", "isra*", "azerbajan~2", "\"", "(", ")", "-", "+", "\\", "*", ":", "\u{201C}", "\u{201D}", "中国", "\u{301}",
    ]

    /// A query that parses prints as text that parses to the same tree; an error points into the text.
    static let query = FuzzTarget(
        name: "query",
        seeds: Seeds.lines("queries.tsv") + [
            "abraham accords -place:Baku", #"("white house" OR kremlin) AND talks NEAR/5 peace"#,
            #"title:pre* person:"Steve Witkoff" date:2025-07..2025-08"#,
            "NOT (a b) +c source:Reuters 12:30 azerbajan~1",
        ], words: queryWords
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        let parser = QueryParser(fields: Field.kinds)
        do throws(QueryError) {
            let query = try parser.parse(text)
            require(query.queryText.utf8.count < 1 << 20, "the printed query is endless")
            _ = query.description
            _ = query.relaxed
            // What is printed may be longer than what was typed, by quotes and parentheses.
            let wide = QueryParser(
                fields: Field.kinds, limits: QueryLimits(maxBytes: 1 << 20, maxClauses: 1 << 12, maxDepth: 64))
            let again = try? wide.parse(query.queryText)
            require(again == query, "\(text.debugDescription) printed as \(query.queryText.debugDescription)")
        } catch {
            let place = text.utf8.index(text.startIndex, offsetBy: error.position, limitedBy: text.endIndex)
            require(place?.samePosition(in: text.unicodeScalars) != nil, "\(error) does not point into the text")
            require(!error.hint.isEmpty && !error.message.isEmpty, "\(error) does not say what to do")
            require((1...text.count + 1).contains(error.column(in: text)), "no such column")
        }
    }

    /// Filters, facets and days.
    static let filters = FuzzTarget(
        name: "filters",
        seeds: [
            "person=Steve Witkoff", "date=2025-07..", "source=*", "person:20", "date.month:5", "2025-08-02",
            "date=2024-02-29",
        ],
        words: ["person=", "date=", "date.month", ":10000", "..", "2025-02-29", "=*"]
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        if let filter = try? FieldFilter(parsing: text, fields: Field.kinds) { _ = filter.query.queryText }
        if let facet = try? FacetRequest(parsing: text, fields: Field.kinds) {
            require(FacetRequest.limits.contains(facet.limit), "a facet without bound")
            require(
                (try? FacetRequest(parsing: "\(facet.name):\(facet.limit)", fields: Field.kinds)) == facet,
                "a facet prints as another")
        }
        if let range = try? DateRange(parsing: text) {
            require((try? DateRange(parsing: range.description)) == range, "a range prints as another: \(range)")
        }
        _ = try? DateRange.firstDay(of: text)
        _ = try? DateRange.lastDay(of: text)
    }

    /// Requests as query strings and as JSON, and what they mean.
    static let requests = FuzzTarget(
        name: "requests",
        seeds: [
            "\u{0}q=a+b&where=place=Baku&facet=person:5&limit=3&sort=newest&explain=1",
            #"\#u{1}{"q":"a","where":["place=Baku"],"since":"2025","limit":3,"all_of":[],"facet":["person"]}"#,
            "\u{2}prefix=a&score=lift&after=1-2-abc",
            #"\#u{3}[{"verb":"split","name":"person=A","into":"B","articles":["a"]}]"#,
            "\u{4}first_line=3&name=a%20b",
        ],
        words: [
            "q=", "where=", "all_of=", "without=", "since=", "until=", "by=story", "match=any", "similar_to=", "like=",
            "facet=",
            "sort=newest", "limit=", "after=", "all=true", "explain=1", "score_parts=1", "&", "%2B", "%", "\"q\":",
            "\"where\":[",
            "{", "}", "[", "]", "\"verb\":\"merge\"", "\"into\":", "9223372036854775807", "-9223372036854775808",
            "null",
        ]
    ) { input in
        guard let kind = input.first else { return }
        let bytes = Array(input.dropFirst())
        switch kind % 8 {
        case 0, 1: check(SearchRequest.self, bytes) { _ = try SearchQuery($0, limits: ServerLimits()) }
        case 2:
            check(FacetPageRequest.self, bytes) { _ = try FacetQuery($0, limits: ServerLimits()) }
            check(PairsRequest.self, bytes) { _ = try PairQuery($0, limits: ServerLimits()) }
            check(TimelineRequest.self, bytes) { _ = try TimelineQuery($0, limits: ServerLimits()) }
        case 3:
            for request in (try? CorrectionRequest.list(json: bytes)) ?? [] {
                _ = try? Correction(
                    verb: request.verb ?? "", name: request.name ?? "", into: request.into, where: request.where)
            }
        case 4: check(IngestRequest.self, bytes) { _ in }
        case 5: check(StoriesRequest.self, bytes) { _ = try StoryQuery($0, limits: ServerLimits()) }
        case 6:
            check(EntitiesRequest.self, bytes) { _ in }
            check(ScreenRequest.self, bytes) { _ = try ScreenQuery($0, limits: ServerLimits()) }
        default: check(CountRequest.self, bytes) { _ = try SearchQuery($0, limits: ServerLimits()) }
        }
    }

    /// A request reads back as itself in both forms.
    private static func check<R: Request>(_ type: R.Type, _ bytes: [UInt8], _ meaning: (R) throws -> Void) {
        if let request = try? R(queryString: String(decoding: bytes, as: UTF8.self)) {
            require(
                (try? R(queryString: request.queryString)) == request, "another query string: \(request.queryString)")
            try? meaning(request)
        }
        if let request = try? R(json: bytes) {
            guard let json = try? JSON.encode(request) else { fatalError("a request cannot be written") }
            require((try? R(json: json)) == request, "another JSON: \(String(decoding: json, as: UTF8.self))")
            try? meaning(request)
        }
    }

    /// Paths, and the parameters of headers.
    static let routes = FuzzTarget(
        name: "routes",
        seeds: [
            "/v1/articles/a%2Fb/similar", "/v1/facets/person", "/v1/entities/corrections/7-12",
            "/v1/entities/gazetteers/x", "/v1/passages/a%23 3",
            #"form-data; name="file"; filename="a\".txt%22"; first-line=3"#,
        ],
        words: [
            "/v1/", "articles/", "/similar", "facets/", "entities/", "gazetteers/", "passages/", "%2F", "%", "; ",
            "filename=", "\"", "\\\"", "first-line=",
        ]
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        for method in [HTTPRequest.Method.get, .post, .put, .delete, .head] {
            if let route = try? Route(method: method, path: text) { _ = route.role }
        }
        for name in ["filename", "boundary", "first-line"] { _ = HeaderParameters.value(name, in: text) }
        let encoded = PercentEncoding.encode(text)
        require((try? PercentEncoding.decode(encoded.utf8)) == text, "an escaped text is another")
        _ = try? PercentEncoding.decode(text.utf8, plusIsSpace: true)
    }
}
