import DatelineAPI
import DatelineClient
import Testing

@Suite struct StoriesTests {
    @Test func storiesAreLines() async throws {
        var request = StoriesRequest()
        request.since = "2025-08"
        request.limit = 2
        let reply = StoriesReply(
            index: Samples.index, tookMs: 1,
            stories: [
                StorySummary(
                    article: ArticleSummary(id: "a/1", title: "Talks in Baku"), articles: 3, first: "2025-08-02",
                    last: "2025-08-03", sources: ["Post", "Wire"]),
                StorySummary(article: ArticleSummary(id: "b"), articles: 2, first: nil, last: nil, sources: []),
            ], distinct: 4, next: "c")
        let text = "3\t2025-08-02\t2025-08-03\tPost, Wire\ta/1\tTalks in Baku\n2\t\t\t\tb\t\n"
        for (format, printed) in [(OutputFormat.text, text), (.ids, "a/1\nb\n")] {
            let invocation = try StoriesInvocation(request: request, all: false, options: OutputOptions(format: format))
            let run = try await CommandRun.of(invocation) { _ in .reply(200, json(reply)) }
            #expect(run.output == printed && run.diagnostics == "" && run.status == .success)
            #expect(run.asked.map(\.target) == ["/v1/stories?since=2025-08&limit=2"])
        }
        let none = StoriesReply(index: Samples.index, tookMs: 1, stories: [], distinct: 0)
        let empty = try await CommandRun.of(
            try StoriesInvocation(request: StoriesRequest(), all: true, options: OutputOptions(format: .text))
        ) { _ in .reply(200, json(none)) }
        #expect(empty.output == "" && empty.status == .nothing)
    }

    private func json(_ reply: StoriesReply) -> String {
        var writer = JSONWriter()
        writer.line(reply)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
