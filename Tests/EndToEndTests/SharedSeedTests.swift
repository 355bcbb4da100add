import TestSupport
import Testing

/// Articles that are not ours to keep here: skipped where `../shared` is absent.
@Suite(.enabled(if: TestSupport.sharedFolder != nil, "there is no ../shared beside the checkout"))
struct SharedSeedTests {
    private let shared: String

    init() throws { shared = try #require(TestSupport.sharedFolder) }

    @Test func bothSamplesAreFoundFilteredAndCounted() async throws {
        try await Installation.with { installation in
            let run = try await installation.dateline("index", "--base", shared, shared + "/seeds")
            #expect(run.diagnostics.hasPrefix("indexed 2 articles (2 new"))
            let names = ["seeds/000_383cd2eb02f0c364.txt", "seeds/002_41cafc6603cc0c65.txt"]

            let persons = try await installation.dateline("facet", "person")
            for name in ["Steve Witkoff", "Ilham Aliyev", "Aryeh Lightstone", "Donald Trump"] {
                #expect(
                    persons.output.split(separator: "\n").contains {
                        $0.hasPrefix("2\t") && $0.hasSuffix("\tperson=\(name)")
                    },
                    "\(name) in\n\(persons.output)")
            }
            let places = try await installation.dateline("facet", "place", "--all")
            for name in ["Azerbaijan", "Israel", "Gaza", "Baku", "Armenia", "Central Asia", "Kazakhstan"] {
                #expect(
                    places.output.split(separator: "\n").contains {
                        $0.hasPrefix("2\t") && $0.hasSuffix("\tplace=\(name)")
                    },
                    "\(name) in\n\(places.output)")
            }

            let all = try await count(installation, ["accords"], by: "passage")
            let witkoff = try await count(installation, ["--where", "person=Steve Witkoff", "accords"], by: "passage")
            #expect(all > 0 && witkoff < all)
            #expect(try await count(installation, ["--where", "person=Steve Witkoff"], by: "article") == 2)
            #expect(try await count(installation, ["abraham", "accords"], by: "article") == 2)

            #expect(try await count(installation, [], by: "story") == 1)
            let story = try await installation.dateline("search", "--by", "story", "abraham", "accords")
            #expect(story.output.contains("  also in 1 other\n"))
            let stories = try await installation.dateline("stories")
            #expect(stories.output.hasPrefix("2\t2025-08-02\t2025-08-02\t"))

            let since = try await installation.dateline(
                "search", "--since", "2025-08-01", "--format", "tsv", "--fields", "article")
            #expect(since.output == names[1] + "\n")
            let until = try await installation.dateline("search", "--until", "2025-08-01")
            #expect(until.status == 1)
        }
    }

    private func count(_ installation: Installation, _ words: [String], by unit: String) async throws -> Int {
        let run = try await installation.dateline(["count", "--by", unit] + words)
        return try #require(Int(run.output.dropLast()), "\(run.diagnostics)")
    }

    @Test func threeHundredWhiteHouseArticles() async throws {
        try await Installation.with { installation in
            let file = installation.folder + "/2025.jsonl.gz"
            let cut = try await ProgramRun.of(
                "/bin/sh",
                [
                    "-c", #"gzip -dc "$1" | head -n 300 | gzip > "$2""#, "sh",
                    shared + "/data/whitehouse/2025.jsonl.gz", file,
                ],
                environment: installation.environment)
            try #require(cut.status == 0, "\(cut.diagnostics)")
            let run = try await installation.dateline("index", file)
            #expect(run.status == 0, "\(run.diagnostics)")
            #expect(
                run.diagnostics.hasPrefix("indexed 300 articles (300 new, 0 replaced, 0 unchanged)"),
                "\(run.diagnostics)")

            let search = try await installation.dateline(
                "search", "--facet", "person", "--facet", "place", "--facet", "organization", "national", "security")
            #expect(search.status == 0)
            for field in ["person", "place", "organization"] {
                #expect(search.output.contains("\n\(field)\n  articles  passages  value\n"))
            }
            #expect(try await count(installation, [], by: "article") == 300)
        }
    }
}
