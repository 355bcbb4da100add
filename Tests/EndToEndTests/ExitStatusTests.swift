import DatelineAPI
import TestSupport
import Testing

/// What shell scripts rely on: each exit status, with its reason on standard error.
@Suite struct ExitStatusTests {
    @Test func everyStatusHasItsReason() async throws {
        try await Installation.withSeeds { installation in
            let found = try await installation.dateline("search", "baku")
            #expect(found.status == 0)
            #expect(found.diagnostics == "")

            let nothing = try await installation.dateline("search", "zzzqqq")
            #expect(nothing.status == 1)
            #expect(nothing.output == "0 articles, 0 passages, 0 stories\n")
            #expect(try await installation.dateline("count", "zzzqqq").status == 1)
            #expect(try await installation.dateline("count", "zzzqqq").output == "0\n")
            #expect(try await installation.dateline("show", "no/such/article").status == 1)
            #expect(try await installation.dateline("delete", "no/such/article").status == 1)

            let folder = installation.folder + "/empty"
            try installation.write("", to: "empty/.hidden.txt")
            let empty = try await installation.dateline("index", folder)
            #expect(empty.status == 1)
            #expect(empty.diagnostics == "dateline: there is nothing to index\n")

            let partial = try await installation.dateline("index", "-", input: "{\"text\":\"Baku.\",\"id\":\"a\"}\n{\n")
            #expect(partial.status == 3)
            #expect(partial.diagnostics.contains("dateline: stdin:2: "))
            #expect(partial.diagnostics.contains("indexed 1 article (1 new"))
        }
    }

    @Test(arguments: [
        (["search", #""open"#], "quote"), (["search", "foo:bar"], "foo"), (["search", "--since", "soon"], "since"),
        (["search", "--where", "person"], "where"), (["search", "--facet", "foo"], "facet"),
        (["search", "-n", "x"], "-n"),
        (["search", "--sort", "up"], "sort"), (["search", "--no-such-option"], "--no-such-option"),
        (["index"], "paths"),
        (["search", "--all", "--format", "json"], "--all"), (["nonsense"], "nonsense"), (["facet", "foo"], "foo"),
        (["search", "--after", "nonsense"], "cursor"), (["search", "-n", "5000"], "limit"),
    ])
    func aUsageOrQueryErrorIsTwo(_ arguments: [String], _ word: String) async throws {
        try await Installation.with { installation in
            let run = try await installation.dateline(arguments)
            #expect(run.status == 2)
            #expect(run.output == "")
            #expect(run.diagnostics.contains(word), "\(run.diagnostics)")
        }
    }

    @Test func anErrorPointsIntoTheQueryAndOnlyThere() async throws {
        try await Installation.with { installation in
            let query = try await installation.dateline("search", "baku", #""open"#)
            #expect(query.diagnostics.hasSuffix("\n  baku \"open\n       ^\n"))
            let filter = try await installation.dateline("search", "--where", "foo=bar", "baku")
            #expect(filter.diagnostics.hasPrefix("dateline: where cannot be \"foo=bar\": There is no field foo."))
            #expect(!filter.diagnostics.contains("^"))
        }
    }

    @Test func withoutADaemonItIsFour() async throws {
        try await Installation.with { installation in
            let run = try await installation.dateline("search", "--no-start", "baku")
            #expect(run.status == 4)
            #expect(run.output == "")
            #expect(run.diagnostics.contains(installation.socket))
            #expect(installation.daemonID == nil)
        }
    }

    @Test func aCursorOfAnEarlierRevisionIsSix() async throws {
        try await Installation.withSeeds { installation in
            let page = try await installation.dateline("search", "--format", "json", "-n", "1", "accords")
            let cursor = try #require(try JSON.decode(SearchReply.self, from: page.outputBytes).next)
            let next = try await installation.dateline("search", "-n", "1", "--after", cursor, "accords")
            #expect(next.status == 0)
            let other = try await installation.dateline("search", "-n", "1", "--after", cursor, "baku")
            #expect(other.status == 2)

            #expect(try await installation.dateline("index", "-", input: #"{"id":"a","text":"Baku."}"#).status == 0)
            let stale = try await installation.dateline("search", "-n", "1", "--after", cursor, "accords")
            #expect(stale.status == 6)
            #expect(stale.output == "")
            #expect(stale.diagnostics.contains("begin again without a cursor"))
        }
    }
}
