import Foundation
import TestSupport
import Testing

/// `dateline-eval ranking` from files to figures, with a real index.
@Suite struct RankingCommandTests {
    private let program = TestSupport.program("dateline-eval")

    /// Runs the command, and checks that it leaves nothing behind.
    private func ranking(_ folder: String, _ options: String...) async throws -> ProgramRun {
        let scratch = folder + "/scratch"
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        let run = try await ProgramRun.of(
            program, ["ranking", folder, "--tables", TestSupport.checkout + "/index"] + options,
            environment: ["TMPDIR": scratch, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == [])
        return run
    }

    private func object(_ run: ProgramRun) throws -> [String: [String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: [String: Any]])
    }

    @Test func figuresOfACollection() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try SampleCollection.write(to: folder)
            let json = try await ranking(folder, "--format", "json", "--per-query")
            #expect(json.status == 0)
            #expect(json.diagnostics == "dateline-eval: left out, without text and title: 1 of the articles\n")
            let engines = try object(json)
            #expect(Array(engines.keys) == ["dateline"])
            let dateline = try #require(engines["dateline"])
            // Four of the five queries are answered perfectly, and the last one has no word.
            for measure in ["ndcg@10", "map", "recall@100", "mrr"] { #expect(dateline[measure] as? Double == 0.8) }
            let queries = try #require(dateline["queries"] as? [String: [String: Double]])
            #expect(queries.keys.sorted() == ["1", "2", "3", "4", "5"])
            #expect(queries["1"] == ["ndcg@10": 1, "map": 1, "recall@100": 1, "mrr": 1])
            #expect(queries["5"] == ["ndcg@10": 0, "map": 0, "recall@100": 0, "mrr": 0])

            let text = try await ranking(folder, "--per-query", "--match", "all")
            let lines = text.output.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines[0] == "5 queries")
            #expect(lines[1].split(separator: " ") == ["ndcg@10", "map", "recall@100", "mrr"])
            // All of the first query's words are in one of the two relevant articles.
            #expect(lines[2].split(separator: " ") == ["dateline", "0.7520", "0.7000", "0.7000", "0.8000"])
            #expect(lines[4] == "query\tengine\tndcg@10\tmap\trecall@100\tmrr")
            #expect(lines[5] == "1\tdateline\t0.7602\t0.5000\t0.5000\t1.0000")
        }
    }

    @Test(arguments: [
        ("{\"id\":\"a\",\"text\":\"b\"}\n{\"id\":\"b\",\"text\":\"c\"\n", "docs.jsonl:2: not JSON at byte"),
        ("\n[1]\n", "docs.jsonl:2: not a JSON object"), ("{\"text\":\"b\"}\n", "docs.jsonl:1: no id"),
        ("{\"id\":\"a b\",\"text\":\"b\"}\n", "docs.jsonl:1: no id"),
        ("{\"id\":\"a\"}\n", "docs.jsonl:1: neither title nor text"),
        ("{\"id\":\"a\",\"text\":[\"b\"]}\n", "docs.jsonl:1: \"text\" must be a string"),
        (
            "{\"id\":\"a\",\"text\":\"b\"}\n{\"id\":\"a\",\"text\":\"b\"}\n",
            "docs.jsonl:2: the article 'a' stands on line 1 already"
        ),
    ])
    func anArticleThatCannotBeReadIsNamed(_ articles: String, _ message: String) async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try SampleCollection.write(articles: articles, to: folder)
            let run = try await ranking(folder)
            #expect(run.status == 1)
            #expect(run.output == "")
            #expect(run.diagnostics.contains("\(folder)/\(message)"), "\(run.diagnostics)")
        }
    }

    @Test func anEngineThatCannotRunIsLeftOut() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try SampleCollection.write(to: folder)
            let run = try await ranking(folder, "--compare", "--engines", "\(folder)/engines", "--format", "json")
            #expect(run.status == 0)
            #expect(Array(try object(run).keys) == ["dateline"])
            for name in ["lucene", "tantivy", "xapian"] {
                #expect(
                    run.diagnostics.contains("dateline-eval: \(name) is left out: \(folder)/engines has no engines"))
            }
        }
    }
}
