import DatelineAPI
import HTTPTypes
import Testing

@testable import DatelineServer

@Suite struct RouteTests {
    @Test(arguments: [
        ("GET", "/v1/search", Route.search), ("POST", "/v1/search", .search), ("GET", "/v1/search/", .search),
        ("GET", "/v1/count", .count), ("POST", "/v1/count", .count),
        ("GET", "/v1/facets/person", .facet(field: "person")), ("POST", "/v1/facets/person", .facet(field: "person")),
        ("GET", "/v1/facets/a%2Fb", .facet(field: "a/b")),
        ("POST", "/v1/articles", .ingest), ("POST", "/v1/articles/", .ingest),
        ("GET", "/v1/articles/a", .article(id: "a")), ("DELETE", "/v1/articles/a", .deleteArticle(id: "a")),
        ("GET", "/v1/articles/seeds%2Fwire%2Fa.txt", .article(id: "seeds/wire/a.txt")),
        ("GET", "/v1/articles/seeds/wire/a.txt", .article(id: "seeds/wire/a.txt")),
        ("GET", "/v1/articles//home/a.txt", .article(id: "/home/a.txt")),
        ("GET", "/v1/articles/%2Fhome%2Fa.txt", .article(id: "/home/a.txt")),
        ("DELETE", "/v1/articles/a%20b%25%C3%A9/", .deleteArticle(id: "a b%é/")),
        ("GET", "/v1/articles/a+b", .article(id: "a+b")), ("GET", "/v1/articles/../x", .article(id: "../x")),
        ("GET", "/v1/entities/gazetteers", .gazetteers),
        ("PUT", "/v1/entities/gazetteers/a%20b", .putGazetteer(name: "a b")),
        ("DELETE", "/v1/entities/gazetteers/a", .deleteGazetteer(name: "a")),
        ("GET", "/v1/passages/a/b%233", .passage(id: "a/b#3")),
        ("GET", "/v1/status", .status), ("GET", "/v1/fields", .fields), ("GET", "/healthz", .health),
        ("HEAD", "/healthz", .health), ("GET", "/metrics", .metrics), ("HEAD", "/metrics", .metrics),
        ("GET", "/openapi.json", .openAPI), ("GET", "/v1/entities", .entities), ("GET", "/v1/suggest", .suggest),
        ("GET", "/v1/pairs", .pairs), ("POST", "/v1/pairs", .pairs), ("GET", "/v1/timeline", .timeline),
        ("POST", "/v1/screen", .screen),
        ("GET", "/v1/stories", .stories), ("GET", "/v1/export", .export),
        ("POST", "/v1/admin/check", .check), ("POST", "/v1/admin/compact", .compact),
        ("GET", "/v1/admin/backup", .backup), ("POST", "/v1/admin/reindex", .reindex),
        ("GET", "/v1/entities/corrections", .corrections), ("POST", "/v1/entities/corrections", .correct),
        ("DELETE", "/v1/entities/corrections/last", .undoCorrections(numbers: "last")),
        ("DELETE", "/v1/entities/corrections/7-12", .undoCorrections(numbers: "7-12")),
    ])
    func known(_ method: String, _ path: String, _ route: Route) throws {
        #expect(try Route(method: #require(HTTPRequest.Method(method)), path: path) == route)
    }

    @Test(arguments: [
        "", "/", "/v1", "/v1/", "/v2/search", "/search", "/v1/searches", "/v1/search/x", "/v1/status/x", "/v1/facets",
        "/v1/facets/", "/v1/passages/", "/healthz/", "/healthz/x", "//v1/search", "/V1/search",
    ])
    func unknown(_ path: String) {
        let error = #expect(throws: APIError.self) { try Route(method: .get, path: path) }
        #expect(error?.status == .notFound)
        #expect(error?.detail.code == "unknown_path")
    }

    @Test(arguments: [
        ("DELETE", "/v1/search", "GET, POST"), ("GET", "/v1/articles", "POST"),
        ("PUT", "/v1/articles/a", "GET, DELETE"),
        ("POST", "/v1/articles/a", "GET, DELETE"), ("POST", "/v1/passages/a%231", "GET"), ("POST", "/v1/status", "GET"),
        ("POST", "/v1/suggest", "GET"), ("POST", "/v1/entities/gazetteers", "GET"),
        ("GET", "/v1/entities/gazetteers/a", "PUT, DELETE"),
        ("GET", "/v1/admin/check", "POST"), ("GET", "/v1/admin/compact", "POST"), ("POST", "/v1/admin/backup", "GET"),
        ("POST", "/healthz", "GET, HEAD"), ("PATCH", "/v1/facets/person", "GET, POST"),
    ])
    func wrongMethod(_ method: String, _ path: String, _ allowed: String) throws {
        let method = try #require(HTTPRequest.Method(method))
        let error = #expect(throws: APIError.self) { try Route(method: method, path: path) }
        #expect(error?.status == .methodNotAllowed)
        #expect(error?.detail.message == "this path does not take \(method)")
        #expect(error?.detail.hint == "it takes \(allowed)")
        #expect(error?.headers[.allow] == allowed)
    }

    @Test(arguments: ["/v1/articles/%", "/v1/articles/%zz", "/v1/articles/%FF", "/v1/passages/a%2", "/v1/facets/%C3"])
    func brokenEscape(_ path: String) {
        let error = #expect(throws: APIError.self) { try Route(method: .get, path: path) }
        #expect(error?.status == .badRequest)
        #expect(error?.detail.code == "invalid_encoding")
    }
}
