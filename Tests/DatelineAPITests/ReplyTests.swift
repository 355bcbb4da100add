import DatelineAPI
import Testing

/// The exact bytes of every reply: what scripts depend on.
@Suite struct ReplyTests {
    private let index = IndexStamp(uuid: "u", revision: 12)
    private let entity = EntityReply(type: "person", name: "Steve Witkoff", bytes: ByteRange(10..<23))
    private let summary = ArticleSummary(id: "a/1", title: "T", date: "2025-08-02")
    private let query = QueryEcho(text: "a \"b\"", parsed: "(and a b)")
    private let value = FacetValue(value: "Baku", articles: 2, passages: 3, selected: true)

    /// Compares the bytes with `json`, and the value with what the bytes decode to.
    private func expect<T: Codable & Equatable>(_ value: T, _ json: String) throws {
        let bytes = try JSON.encode(value)
        #expect(String(decoding: bytes, as: UTF8.self) == json)
        #expect(try JSON.decode(T.self, from: bytes) == value)
    }

    @Test func search() throws {
        let hit = Hit(
            id: "a/1#3", score: 7.25, text: "x\n</p>", highlights: [ByteRange(0..<1)], bytes: ByteRange(120..<126),
            article: summary, entities: [entity], folded: FoldedCount(passages: 2, articles: 1), copies: 3)
        let facet = FacetReply(values: [value], distinct: 14, truncated: true)
        try expect(
            SearchReply(
                index: index, tookMs: 1.5, query: query, total: Totals(passages: 23, articles: 7, stories: 4),
                hits: [hit], facets: ["place": facet], next: "c"),
            #"{"exact":true,"facets":{"place":{"distinct":14,"truncated":true,"values":["#
                + #"{"articles":2,"passages":3,"selected":true,"value":"Baku"}]}},"hits":[{"article":"#
                + #"{"date":"2025-08-02","id":"a/1","title":"T"},"bytes":[120,126],"copies":3,"entities":["#
                + #"{"bytes":[10,23],"name":"Steve Witkoff","type":"person"}],"folded":{"articles":1,"passages":2},"#
                + #""highlights":[[0,1]],"id":"a/1#3","score":7.25,"text":"x\n</p>"}],"#
                + #""index":{"revision":12,"uuid":"u"},"next":"c","query":{"parsed":"(and a b)","text":"a \"b\""},"#
                + #""relaxed":false,"schema":1,"suggestion":null,"took_ms":1.5,"#
                + #""total":{"articles":7,"passages":23,"stories":4}}"#)
    }

    @Test func count() throws {
        try expect(
            CountReply(index: index, tookMs: 1, query: query, total: Totals(passages: 2, articles: 1)),
            #"{"exact":true,"index":{"revision":12,"uuid":"u"},"query":{"parsed":"(and a b)","text":"a \"b\""},"#
                + #""schema":1,"took_ms":1,"total":{"articles":1,"passages":2}}"#)
    }

    @Test func facetPage() throws {
        try expect(
            FacetPageReply(index: index, tookMs: 1, field: "place", values: [value], distinct: 1, truncated: false),
            #"{"distinct":1,"exact":true,"field":"place","index":{"revision":12,"uuid":"u"},"next":null,"schema":1,"took_ms":1,"#
                + #""truncated":false,"values":[{"articles":2,"passages":3,"selected":true,"value":"Baku"}]}"#)
    }

    @Test func pairs() throws {
        try expect(
            PairsReply(
                index: index, tookMs: 1, fields: ["person", "place"], total: Totals(passages: 9, articles: 4),
                pairs: [
                    PairValue(
                        first: "Ilham Aliyev", second: "Baku", articles: 2, passages: 3, lift: 1.5, logLikelihood: -0.25
                    )
                ], distinct: 7, next: "c"),
            #"{"distinct":7,"exact":true,"fields":["person","place"],"index":{"revision":12,"uuid":"u"},"next":"c","#
                + #""pairs":[{"articles":2,"first":"Ilham Aliyev","lift":1.5,"log_likelihood":-0.25,"passages":3,"#
                + #""second":"Baku"}],"schema":1,"took_ms":1,"total":{"articles":4,"passages":9}}"#)
    }

    @Test func timeline() throws {
        try expect(
            TimelineReply(
                index: index, tookMs: 1, query: query, total: Totals(passages: 9, articles: 4), undated: 1,
                every: "week", per: 1000,
                periods: [TimelinePoint(period: "2025-W31", count: 3, total: 24, rate: 125)]),
            #"{"every":"week","exact":true,"index":{"revision":12,"uuid":"u"},"per":1000,"periods":[{"count":3,"#
                + #""period":"2025-W31","rate":125,"total":24}],"query":{"parsed":"(and a b)","text":"a \"b\""},"#
                + #""schema":1,"took_ms":1,"total":{"articles":4,"passages":9},"undated":1}"#)
    }

    @Test func screen() throws {
        try expect(
            ScreenReply(
                index: index, tookMs: 1,
                names: [
                    ScreenedReply(
                        name: "Aliev", found: "near", distance: 1,
                        entities: [EntityReply(type: "person", name: "Ilham Aliyev")], articles: 3, first: "2025-08-02",
                        last: "2025-08-09", with: [EntityCount(type: "place", name: "Baku", articles: 2, passages: 2)]),
                    ScreenedReply(name: "x", found: "none"),
                ]),
            #"{"exact":true,"index":{"revision":12,"uuid":"u"},"names":[{"articles":3,"distance":1,"entities":["#
                + #"{"name":"Ilham Aliyev","type":"person"}],"first":"2025-08-02","found":"near","last":"2025-08-09","#
                + #""name":"Aliev","with":[{"articles":2,"name":"Baku","passages":2,"type":"place"}]},"#
                + #"{"articles":0,"entities":[],"found":"none","name":"x","with":[]}],"schema":1,"took_ms":1}"#)
    }

    @Test func aFacetAgainstAnotherQuery() throws {
        try expect(
            FacetValue(value: "Baku", articles: 2, passages: 3, versus: 5, logLikelihood: -1.5),
            #"{"articles":2,"log_likelihood":-1.5,"passages":3,"selected":false,"value":"Baku","versus":5}"#)
    }

    /// What is only there when asked for.
    @Test func explanationAndLift() throws {
        try expect(
            SearchReply(
                index: index, tookMs: 1, query: query, total: Totals(passages: 2, articles: 1), exact: false, hits: [],
                facets: [
                    "date.month": FacetReply(
                        values: [FacetValue(value: "2025-08", articles: 2, passages: 3, lift: 1.25)], distinct: 1,
                        truncated: false)
                ], explanation: ["plan a", "decode a 2"]),
            #"{"exact":false,"explanation":["plan a","decode a 2"],"facets":{"date.month":{"distinct":1,"#
                + #""truncated":false,"values":[{"articles":2,"lift":1.25,"passages":3,"selected":false,"#
                + #""value":"2025-08"}]}},"hits":[],"index":{"revision":12,"uuid":"u"},"next":null,"#
                + #""query":{"parsed":"(and a b)","text":"a \"b\""},"relaxed":false,"schema":1,"suggestion":null,"#
                + #""took_ms":1,"total":{"articles":1,"passages":2}}"#)
    }

    @Test func ingest() throws {
        let error = IngestError(name: "a.ndjson", line: 3, code: "invalid_json", message: "m", hint: "h")
        try expect(
            IngestReply(
                index: index, tookMs: 1, received: 4, added: 1, replaced: 1, unchanged: 1, passages: 5,
                errors: [error], warnings: [IngestError(id: "a", code: "c", message: "m")], warningsOmitted: 2),
            #"{"added":1,"errors":[{"code":"invalid_json","hint":"h","line":3,"message":"m","name":"a.ndjson"}],"#
                + #""errors_omitted":0,"index":{"revision":12,"uuid":"u"},"passages":5,"received":4,"replaced":1,"#
                + #""schema":1,"took_ms":1,"unchanged":1,"warnings":[{"code":"c","id":"a","message":"m"}],"#
                + #""warnings_omitted":2}"#)
    }

    @Test func ingestOfNothing() throws {
        try expect(
            IngestReply(
                index: index, tookMs: 1, received: 1, added: 0, replaced: 0, unchanged: 0, passages: 0,
                errors: [IngestError(code: "c", message: "m")], error: ErrorDetail(code: "c", message: "m")),
            #"{"added":0,"error":{"code":"c","message":"m"},"errors":[{"code":"c","message":"m"}],"#
                + #""errors_omitted":0,"index":{"revision":12,"uuid":"u"},"passages":0,"received":1,"replaced":0,"#
                + #""schema":1,"took_ms":1,"unchanged":0,"warnings":[],"warnings_omitted":0}"#)
    }

    @Test func gazetteers() throws {
        let detail = GazetteerDetail(name: "mine", rows: 2, bytes: 40)
        try expect(
            GazetteerReply(index: index, tookMs: 1, gazetteer: detail, format: "tsv", leftOut: 0, replaced: true),
            #"{"format":"tsv","gazetteer":{"bytes":40,"name":"mine","rows":2},"index":{"revision":12,"uuid":"u"},"#
                + #""left_out":0,"replaced":true,"schema":1,"took_ms":1}"#)
        try expect(
            GazetteersReply(
                index: index, tookMs: 1,
                gazetteers: [detail, GazetteerDetail(name: "x", rows: 1, bytes: 9, problem: "p")]),
            #"{"gazetteers":[{"bytes":40,"name":"mine","rows":2},{"bytes":9,"name":"x","problem":"p","rows":1}],"#
                + #""index":{"revision":12,"uuid":"u"},"schema":1,"took_ms":1}"#)
    }

    @Test func article() throws {
        let passage = ArticlePassage(id: "a/1#1", number: 1, bytes: ByteRange(0..<4), entities: [])
        try expect(
            ArticleReply(
                index: index, tookMs: 1,
                article: ArticleDetail(id: "a/1", dateline: "BAKU", authors: ["A"], text: "text", passages: [passage])),
            #"{"article":{"authors":["A"],"dateline":"BAKU","id":"a/1","passages":[{"bytes":[0,4],"entities":[],"#
                + #""id":"a/1#1","number":1}],"tags":[],"text":"text"},"index":{"revision":12,"uuid":"u"},"#
                + #""schema":1,"took_ms":1}"#)
    }

    @Test func passage() throws {
        try expect(
            PassageReply(
                index: index, tookMs: 1,
                passage: PassageDetail(id: "a/1#1", number: 1, text: "t", bytes: ByteRange(0..<1), entities: [entity]),
                article: summary),
            #"{"article":{"date":"2025-08-02","id":"a/1","title":"T"},"index":{"revision":12,"uuid":"u"},"#
                + #""passage":{"bytes":[0,1],"entities":[{"bytes":[10,23],"name":"Steve Witkoff","type":"person"}],"#
                + #""id":"a/1#1","number":1,"text":"t"},"schema":1,"took_ms":1}"#)
    }

    @Test func entities() throws {
        let entity = EntityCount(type: "place", name: "Baku", articles: 2, passages: 3)
        try expect(
            EntitiesReply(index: index, tookMs: 1, entities: [entity], distinct: 4, next: "c"),
            #"{"distinct":4,"entities":[{"articles":2,"name":"Baku","passages":3,"type":"place"}],"exact":true,"#
                + #""index":{"revision":12,"uuid":"u"},"next":"c","schema":1,"took_ms":1}"#)
    }

    @Test func suggest() throws {
        let suggestions = [
            Suggestion(type: "place", text: "Baku", articles: 2, passages: 3),
            Suggestion(type: "word", text: "bakery", articles: nil, passages: 1),
        ]
        try expect(
            SuggestReply(index: index, tookMs: 1, suggestions: suggestions),
            #"{"exact":true,"index":{"revision":12,"uuid":"u"},"schema":1,"suggestions":["#
                + #"{"articles":2,"passages":3,"text":"Baku","type":"place"},"#
                + #"{"passages":1,"text":"bakery","type":"word"}],"took_ms":1}"#)
    }

    @Test func stories() throws {
        let dated = StorySummary(
            article: summary, articles: 3, first: "2025-08-02", last: "2025-08-03", sources: ["Post", "Wire"])
        let bare = StorySummary(article: summary, articles: 2, first: nil, last: nil, sources: [])
        try expect(
            StoriesReply(index: index, tookMs: 1, stories: [dated, bare], distinct: 2, next: nil),
            #"{"distinct":2,"exact":true,"index":{"revision":12,"uuid":"u"},"next":null,"schema":1,"stories":["#
                + #"{"article":{"date":"2025-08-02","id":"a/1","title":"T"},"articles":3,"first":"2025-08-02","#
                + #""last":"2025-08-03","sources":["Post","Wire"]},"#
                + #"{"article":{"date":"2025-08-02","id":"a/1","title":"T"},"articles":2,"sources":[]}],"took_ms":1}"#)
    }

    @Test func corrections() throws {
        let hide = CorrectionReply(
            number: 3, time: "2025-08-09T12:30:00Z", uid: 1000, verb: "hide", name: "person=Amazon", into: nil,
            where: [])
        let split = CorrectionReply(
            number: 4, time: "2025-08-09T12:31:00Z", uid: 0, verb: "split", name: "person=A", into: "person=B",
            where: ["article=a/1"])
        try expect(
            CorrectionsReply(index: index, tookMs: 1, corrections: [hide, split], total: 2, unknown: ["person=A"]),
            #"{"corrections":[{"name":"person=Amazon","number":3,"time":"2025-08-09T12:30:00Z","uid":1000,"#
                + #""verb":"hide","where":[]},{"into":"person=B","name":"person=A","number":4,"#
                + #""time":"2025-08-09T12:31:00Z","uid":0,"verb":"split","where":["article=a/1"]}],"#
                + #""index":{"revision":12,"uuid":"u"},"schema":1,"took_ms":1,"total":2,"unknown":["person=A"]}"#)
    }

    @Test func delete() throws {
        try expect(
            DeleteReply(index: index, tookMs: 1, deleted: ["a"], missing: ["b"]),
            #"{"deleted":["a"],"index":{"revision":12,"uuid":"u"},"missing":["b"],"schema":1,"took_ms":1}"#)
    }

    @Test func status() throws {
        try expect(
            StatusReply(
                index: index, tookMs: 1, version: "0.1.0", xapian: "1.4.22",
                database: DatabaseStatus(path: "/x/db", bytes: 9), columns: ColumnsStatus(bytes: 4096),
                caches: ["postings": CacheStatus(hits: 7, misses: 3, bytes: 640)], articles: 2, passages: 8,
                corrections: 5, uptimeS: 2.5, schemaVersion: 3, limits: ["query_bytes": 4096]),
            #"{"articles":2,"caches":{"postings":{"bytes":640,"hits":7,"misses":3}},"columns":{"bytes":4096},"corrections":5,"database":{"bytes":9,"path":"/x/db"},"index":{"revision":12,"uuid":"u"},"#
                + #""limits":{"query_bytes":4096},"passages":8,"schema":1,"schema_version":3,"took_ms":1,"#
                + #""uptime_s":2.5,"version":"0.1.0","xapian":"1.4.22"}"#)
    }

    @Test func fields() throws {
        let field = FieldDescription(
            name: "place", kind: "entity", description: "d", example: "place:Baku", facet: true)
        try expect(
            FieldsReply(index: index, tookMs: 1, fields: [field]),
            #"{"fields":[{"description":"d","example":"place:Baku","facet":true,"kind":"entity","name":"place"}],"#
                + #""index":{"revision":12,"uuid":"u"},"schema":1,"took_ms":1}"#)
    }

    @Test func health() throws {
        try expect(
            HealthReply(index: index, tookMs: 1),
            #"{"index":{"revision":12,"uuid":"u"},"schema":1,"status":"ok","took_ms":1}"#)
    }

    @Test func check() throws {
        try expect(
            CheckReply(
                index: index, tookMs: 1, articles: 2, passages: 3,
                files: [CheckedFile(name: "db/iamglass", bytes: 112)],
                problems: [CheckProblem(file: "db/iamglass", message: "m", count: 4)]),
            #"{"articles":2,"files":[{"bytes":112,"name":"db/iamglass"}],"index":{"revision":12,"uuid":"u"},"#
                + #""ok":false,"passages":3,"problems":[{"count":4,"file":"db/iamglass","message":"m"}],"#
                + #""schema":1,"took_ms":1}"#)
    }

    @Test func compact() throws {
        try expect(
            CompactReply(index: index, tookMs: 1, bytesBefore: 9, bytesAfter: 4),
            #"{"bytes_after":4,"bytes_before":9,"index":{"revision":12,"uuid":"u"},"schema":1,"took_ms":1}"#)
    }

    @Test func error() throws {
        try expect(
            ErrorReply(error: ErrorDetail(code: "open_quote", message: "m", hint: "h", position: 4)),
            #"{"error":{"code":"open_quote","hint":"h","message":"m","position":4}}"#)
        try expect(
            ErrorReply(error: ErrorDetail(code: "busy", message: "m")), #"{"error":{"code":"busy","message":"m"}}"#)
    }

    @Test func keysOfALaterVersionAreIgnoredAndMissingOnesNamed() {
        let later = Array(#"{"error":{"code":"c","message":"m","trace":[1]}}"#.utf8)
        #expect(throws: Never.self) { try JSON.decode(ErrorReply.self, from: later) }
        let error = #expect(throws: RequestError.self) {
            try JSON.decode(ErrorReply.self, from: Array(#"{"error":{"code":"c"}}"#.utf8))
        }
        #expect(error?.message == "the key message is missing")
    }
}
