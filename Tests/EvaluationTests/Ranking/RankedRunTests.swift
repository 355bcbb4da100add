import Evaluation
import Testing

/// An answer is in the order in which `trec_eval` would read it.
@Suite struct RankedRunTests {
    @Test func equalScoresGoByIDFromTheLastOn() {
        var run = RankedRun(engine: "e")
        run.set(
            [("9", 1.0), ("b", 2), ("10", 1), ("a", 2), ("c", 3)].map { RankedArticle(id: $0.0, score: $0.1) }, for: "q"
        )
        #expect(run.articles(for: "q") == ["c", "b", "a", "9", "10"])
        #expect(run.articles(for: "other") == [])
    }

    @Test func aThousandCount() {
        var run = RankedRun(engine: "e")
        run.set((1...1_200).map { RankedArticle(id: "\($0)", score: -Double($0)) }, for: "q")
        #expect(run.articles(for: "q") == (1...1_000).map(String.init))
    }

    @Test func linesOfARunAreRead() throws {
        let run = try RankedRun(engine: "e", lines: "1 Q0 a/b 1 2.5 e\n1 Q0 c 2 3e1 e\r\n\n2 Q0 c 1 -0.5 e\n")
        #expect(run.articles(for: "1") == ["c", "a/b"])
        #expect(run.articles(for: "2") == ["c"])
    }

    @Test(arguments: ["1 Q0 a 1 2.5", "1 Q0 a 1 high e", "1 Q0 a 1 nan e", "Exception in thread"])
    func otherLinesAreErrors(_ line: String) {
        let error = #expect(throws: EvaluationError.self) {
            try RankedRun(engine: "e", lines: "1 Q0 a 1 2 e\n" + line + "\n")
        }
        #expect(error?.message.contains("line 2") == true)
    }
}
