import DatelineAPI
import DatelineClient
import Testing

/// Commands against a real socket: what they ask, what they print, what they exit with.
@Suite struct InvocationTests {
    private static func json(_ value: some Encodable) -> String {
        (try? JSON.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func search(
        _ format: OutputFormat, all: Bool = false, answer: @escaping @Sendable (TestServer.Asked) -> TestServer.Answer
    ) async throws -> CommandRun {
        var request = SearchRequest()
        request.q = "abraham accords"
        request.facet = ["person"]
        let invocation = try SearchInvocation(request: request, all: all, options: OutputOptions(format: format))
        return try await CommandRun.of(invocation, answer: answer)
    }

    @Test func searchPrintsEveryFormat() async throws {
        let reply = Self.json(Samples.search())
        for (format, start) in [
            (OutputFormat.text, "Talks in Baku\n  2025-08-02  Wire  a/1#3"), (.json, reply + "\n"),
            (.ndjson, #"{"article":{"date":"2025-08-02","id":"a/1""#), (.tsv, "7.25\ta/1#3\t2025-08-02\t"),
            (.ids, "a/1#3\nb#1\n"),
        ] {
            let run = try await search(format) { _ in .reply(200, reply) }
            #expect(run.output.hasPrefix(start))
            #expect(run.status == .success)
            #expect(run.diagnostics == "")
            #expect(run.asked.map(\.target) == ["/v1/search?q=abraham%20accords&facet=person"])
        }
    }

    @Test func searchTellsWhatItDidOnTheSide() async throws {
        var reply = Samples.search(hits: [])
        reply.relaxed = true
        reply.exact = false
        reply.suggestion = "abraham\u{1b}"
        reply.total = Totals(passages: 0, articles: 0)
        let text = Self.json(reply)
        let run = try await search(.ids) { _ in .reply(200, text) }
        #expect(run.status == .nothing)
        #expect(run.output == "")
        #expect(run.diagnostics.split(separator: "\n").count == 3)
        #expect(run.diagnostics.contains("did you mean: abraham\u{FFFD}"))
    }

    /// The explanation is on standard error, so that scripts may ask for it too; JSON has it in the reply.
    @Test func anExplanationIsNotPartOfTheOutput() async throws {
        var reply = Samples.search()
        reply.explanation = ["plan (and abraham accord)", "decode accord 23"]
        let text = Self.json(reply)
        for (format, diagnostics) in [
            (OutputFormat.text, "dateline: plan (and abraham accord)\ndateline: decode accord 23\n"),
            (.ids, "dateline: plan (and abraham accord)\ndateline: decode accord 23\n"), (.json, ""),
        ] {
            let run = try await search(format) { _ in .reply(200, text) }
            #expect(run.diagnostics == diagnostics)
            #expect(run.output.contains("decode") == (format == .json))
        }
    }

    @Test func allFollowsTheCursors() async throws {
        let run = try await search(.ids, all: true) { asked in
            let next = asked.target.contains("after=2") ? nil : asked.target.contains("after=1") ? "2" : "1"
            return .reply(200, Self.json(Samples.search(hits: [Samples.bareHit], next: next)))
        }
        #expect(run.output == "b#1\nb#1\nb#1\n")
        #expect(
            run.asked.map(\.target) == [
                "/v1/search?q=abraham%20accords&facet=person&limit=1000",
                "/v1/search?q=abraham%20accords&limit=1000&after=1",
                "/v1/search?q=abraham%20accords&limit=1000&after=2",
            ])
    }

    @Test func aStaleCursorAndABadQuery() async throws {
        let stale = try await search(.ids) { _ in .reply(409, #"{"error":{"code":"stale_cursor","message":"m"}}"#) }
        #expect(stale.error?.exitStatus == .staleCursor)
        let bad = try await search(.text) { _ in
            .reply(400, #"{"error":{"code":"open_quote","message":"m","position":3}}"#)
        }
        #expect(bad.error?.exitStatus == .usage)
        #expect(bad.error?.position == 3)
    }

    @Test func count() async throws {
        let reply = Self.json(
            CountReply(
                index: Samples.index, tookMs: 1, query: QueryEcho(text: "", parsed: "all"),
                total: Totals(passages: 23, articles: 7, stories: 0)))
        for (by, format, printed, status) in [
            (nil, OutputFormat.text, "7\n", DatelineClient.ExitStatus.success), ("passage", .tsv, "23\n", .success),
            ("story", .text, "0\n", .nothing), (nil, .json, reply + "\n", .success),
        ] {
            var request = CountRequest()
            request.by = by
            let invocation = CountInvocation(request: request, options: try OutputOptions(format: format))
            let run = try await CommandRun.of(invocation) { _ in .reply(200, reply) }
            #expect(run.output == printed)
            #expect(run.status == status)
        }
        let ids = CountInvocation(request: CountRequest(), options: try OutputOptions(format: .ids))
        let run = try await CommandRun.of(ids) { _ in .never }
        #expect(run.error?.exitStatus == .usage)
    }

    @Test func facetPages() async throws {
        var request = FacetPageRequest()
        request.field = "a/b"
        let invocation = try FacetInvocation(request: request, all: true, options: OutputOptions())
        let run = try await CommandRun.of(invocation) { asked in
            let isLast = asked.target.contains("after=")
            let value = FacetValue(value: isLast ? "Z" : "A", articles: 1, passages: 2)
            return .reply(
                200,
                Self.json(
                    FacetPageReply(
                        index: Samples.index, tookMs: 1, field: "a/b", values: [value], distinct: 2, truncated: !isLast,
                        next: isLast ? nil : "c")))
        }
        #expect(run.output == "1\t2\ta/b=A\n1\t2\ta/b=Z\n")
        #expect(run.status == .success)
        #expect(run.asked.map(\.target) == ["/v1/facets/a%2Fb?limit=1000", "/v1/facets/a%2Fb?limit=1000&after=c"])
    }

    @Test func showTriesAPassageThenAnArticle() async throws {
        let article = Self.json(
            ArticleReply(
                index: Samples.index, tookMs: 1, article: ArticleDetail(id: "a/1#3", text: "Text.", passages: [])))
        let invocation = ShowInvocation(id: "a/1#3", options: try OutputOptions())
        let run = try await CommandRun.of(invocation) {
            $0.target.hasPrefix("/v1/passages/")
                ? .reply(404, #"{"error":{"code":"not_found","message":"m"}}"#) : .reply(200, article)
        }
        #expect(run.output == "a/1#3\n\nText.\n")
        #expect(run.asked.map(\.target) == ["/v1/passages/a%2F1%233", "/v1/articles/a%2F1%233"])
    }

    @Test func deleteTakesWhatSearchPrints() async throws {
        let invocation = DeleteInvocation(ids: ["a#1", "a#2", "b", "c#1"], options: try OutputOptions())
        let run = try await CommandRun.of(invocation) { asked in
            if asked.target == "/healthz" {
                return .reply(200, Self.json(HealthReply(index: Samples.index, tookMs: 1)))
            }
            let id = String(asked.target.dropFirst("/v1/articles/".count))
            guard id == "a" || id == "b" else { return .reply(404, #"{"error":{"code":"not_found","message":"m"}}"#) }
            return .reply(200, Self.json(DeleteReply(index: Samples.index, tookMs: 1, deleted: [id], missing: [])))
        }
        #expect(run.output == "deleted 2 articles\n")
        #expect(run.diagnostics == "dateline: there is no article c#1\n")
        #expect(run.status == .partial)
        #expect(run.asked.map(\.target).filter { $0 == "/v1/articles/a" }.count == 1)
    }
}
