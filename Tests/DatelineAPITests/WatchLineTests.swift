import DatelineAPI
import Testing

/// The exact bytes of the lines of a watch, and of what standing queries and manifests are written as.
@Suite struct WatchLineTests {
    private let index = IndexStamp(uuid: "u", revision: 12)

    private func expect<T: Codable & Equatable & JSONWritable>(_ value: T, _ json: String) throws {
        #expect(String(decoding: JSON.write(value), as: UTF8.self) == json)
        #expect(String(decoding: try JSON.encode(value), as: UTF8.self) == json)
        #expect(try JSON.decode(T.self, from: JSON.write(value)) == value)
    }

    @Test func hits() throws {
        let hit = Hit(
            id: "a/1#3", score: 7.25, text: "x", highlights: [ByteRange(0..<1)], bytes: ByteRange(120..<121),
            article: ArticleSummary(id: "a/1", title: "T", date: "2025-08-02"), copies: 3)
        let rest =
            #""article":{"date":"2025-08-02","id":"a/1","title":"T"},"bytes":[120,121],"copies":3,"entities":[],"#
            + #""highlights":[[0,1]],"id":"a/1#3","#
        try expect(WatchHit(hit: hit, revision: 4), "{\(rest)" + #""revision":4,"score":7.25,"text":"x"}"#)
        try expect(
            WatchHit(hit: hit, revision: 4, query: "baku"),
            "{\(rest)" + #""query":"baku","revision":4,"score":7.25,"text":"x"}"#)
    }

    @Test func marks() throws {
        try expect(WatchMark(through: 42), #"{"through":42}"#)
        try expect(
            WatchMark(begin: .init(index: index, parsed: "river")),
            #"{"begin":{"index":{"revision":12,"uuid":"u"},"parsed":"river","schema":1}}"#)
        try expect(
            WatchMark(end: ErrorDetail(code: "stale", message: "m", hint: "h")),
            #"{"end":{"code":"stale","hint":"h","message":"m"}}"#)
    }

    @Test func standingQueries() throws {
        let queries = [
            StandingQueryDetail(name: "a", request: "q=b"), StandingQueryDetail(name: "c", request: "q", problem: "p"),
        ]
        try expect(
            StandingQueriesReply(index: index, tookMs: 1, queries: queries, total: 2),
            #"{"index":{"revision":12,"uuid":"u"},"queries":[{"name":"a","request":"q=b"},"#
                + #"{"name":"c","problem":"p","request":"q"}],"schema":1,"took_ms":1,"total":2}"#)
    }

    /// The state is in a reply when it was asked for, and only then is there a manifest.
    @Test func manifests() throws {
        var reply = SearchReply(
            index: index, tookMs: 1, query: QueryEcho(text: "r", parsed: "r"), total: Totals(passages: 1, articles: 1),
            hits: [Hit(id: "a#1", score: 1.5, text: "r", bytes: ByteRange(0..<1), article: ArticleSummary(id: "a"))])
        var request = SearchRequest()
        request.q = "r"
        #expect(SearchManifest(reply, to: request) == nil)
        reply.at = "u@12.0"
        #expect(JSON.write(reply).starts(with: Array(#"{"at":"u@12.0","exact":true"#.utf8)))
        let manifest = try #require(SearchManifest(reply, to: request))
        #expect(manifest.request == "q=r" && manifest.at == "u@12.0" && manifest.hits.map(\.id) == ["a#1"])
        #expect(try JSON.decode(SearchManifest.self, from: try JSON.encode(manifest)) == manifest)
        let other = SearchManifest.hash([.init(id: "a#1", score: 1.25)])
        #expect(manifest.hash != other && manifest.hash == SearchManifest.hash(manifest.hits))
    }
}
