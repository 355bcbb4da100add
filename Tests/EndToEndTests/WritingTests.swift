import DatelineAPI
import TestSupport
import Testing

/// Bringing articles in, again, changed, and taking them out.
@Suite struct WritingTests {
    @Test func aChangedFileReplacesItsArticle() async throws {
        try await Installation.with { installation in
            let path = try installation.write(
                "Title: Ports\nDate: 2025-01-02\n\nThe harbour of Baku froze.\n", to: "in/a.txt")
            try installation.write("Title: Trains\n\nThe train to Baku was late.\n", to: "in/b.txt")
            func index() async throws -> String {
                try await installation.dateline("index", "--base", installation.folder, installation.folder + "/in")
                    .diagnostics
            }
            #expect(try await index().hasPrefix("indexed 2 articles (2 new, 0 replaced, 0 unchanged)"))
            #expect(try await index().hasPrefix("indexed 2 articles (0 new, 0 replaced, 2 unchanged)"))
            try installation.write("Title: Ports\nDate: 2025-01-02\n\nThe harbour of Tbilisi thawed.\n", to: "in/a.txt")
            #expect(try await index().hasPrefix("indexed 2 articles (0 new, 1 replaced, 1 unchanged)"))

            #expect(try await installation.dateline("search", "froze").status == 1)
            let found = try await installation.dateline("search", "--format", "ids", "thawed")
            #expect(found.output == "in/a.txt#1\n")
            #expect(path.hasSuffix("/in/a.txt"))
            #expect(try await installation.dateline("count").output == "2\n")
        }
    }

    @Test func whatIsDeletedIsGone() async throws {
        try await Installation.withSeeds { installation in
            let run = try await installation.dateline(
                "delete", "co-20250803-accords", "seeds/wire/accords-talks.txt", "no/such/article")
            #expect(run.output == "deleted 2 articles\n")
            #expect(run.diagnostics.contains("no/such/article"))
            #expect(run.status == 3)
            #expect(try await installation.dateline("count").output == "31\n")
            #expect(try await installation.dateline("show", "co-20250803-accords").status == 1)
            let ids = try await installation.dateline("search", "--all", "--format", "ids", "accords").output
            #expect(!ids.isEmpty && !ids.contains("co-20250803-accords") && !ids.contains("wire/accords-talks"))
            // It can come back.
            let again = try await installation.dateline(
                "index", "--base", TestSupport.checkout, TestSupport.checkout + "seeds")
            #expect(again.diagnostics.hasPrefix("indexed 33 articles (2 new, 0 replaced, 31 unchanged)"))
        }
    }

    /// Pages add up to the whole list, in every format that pages.
    @Test func pagesAddUp() async throws {
        try await Installation.withSeeds { installation in
            let all = try await installation.dateline("search", "--all", "--by", "passage", "--format", "ids", "the")
            var ids = ""
            var cursor: String?
            repeat {
                let arguments =
                    ["search", "--by", "passage", "--format", "json", "-n", "7"]
                    + (cursor.map { ["--after", $0] } ?? []) + ["the"]
                let reply = try JSON.decode(
                    SearchReply.self, from: try await installation.dateline(arguments).outputBytes)
                ids += reply.hits.map { $0.id + "\n" }.joined()
                cursor = reply.next
            } while cursor != nil
            #expect(ids == all.output)
            #expect(Set(ids.split(separator: "\n")).count > 100)
        }
    }
}
