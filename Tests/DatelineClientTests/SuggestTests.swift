import DatelineAPI
import Testing

@testable import DatelineClient

@Suite struct SuggestTests {
    private static let reply = SuggestReply(
        index: Samples.index, tookMs: 1,
        suggestions: [
            Suggestion(type: "person", text: "Steve Witkoff", articles: 7, passages: 9),
            Suggestion(type: "word", text: "with", articles: nil, passages: 120),
        ])

    private func run(_ format: OutputFormat, _ reply: SuggestReply = reply) async throws -> CommandRun {
        var request = SuggestRequest()
        request.q = "peace wit"
        request.n = 2
        let body = try json(reply)
        let invocation = SuggestInvocation(request: request, options: try OutputOptions(format: format))
        return try await CommandRun.of(invocation) { _ in .reply(200, body) }
    }

    @Test func oneALine() async throws {
        for (format, printed) in [
            (OutputFormat.text, "7\t9\tperson=Steve Witkoff\n-\t120\tword=with\n"), (.ids, "Steve Witkoff\nwith\n"),
            (.json, try json(Self.reply) + "\n"),
        ] {
            let run = try await run(format)
            #expect(run.output == printed && run.diagnostics == "" && run.status == .success)
            #expect(run.asked.map(\.target) == ["/v1/suggest?q=peace%20wit&n=2"])
        }
    }

    @Test func nothingIsItsOwnStatus() async throws {
        var reply = Self.reply
        reply.suggestions = []
        reply.exact = false
        let run = try await run(.text, reply)
        #expect(run.output == "" && run.status == .nothing && run.diagnostics.contains("the time was up"))
    }

    private func json(_ reply: SuggestReply) throws -> String {
        String(decoding: try JSON.encode(reply), as: UTF8.self)
    }
}
