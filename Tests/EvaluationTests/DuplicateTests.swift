import Evaluation
import TestSupport
import Testing

@Suite struct DuplicateTests {
    private let text = (1...60).map { "word\($0)" }.joined(separator: " ")

    private func set(_ articles: String, _ pairs: String) throws -> DuplicateSet {
        try DuplicateSet(articles: articles, name: "a", pairs: pairs, pairsName: "p")
    }

    @Test func pairsAreCounted() throws {
        let other = text.replacing("word", with: "other")
        let report = DuplicateReport(
            try set("t1 \(text)\nt2 \(other)\nt3 \(text)\nt4 \(text)\nt5 \(other)x\n", "t3 t1\nt2 t4\n"))
        // t1, t3 and t4 are one story, t2 and t5 another.
        #expect(report.precision == 0.25)
        #expect(report.recall == 0.5)
        #expect(report.errors == "found\tt1\tt4\nfound\tt2\tt5\nfound\tt3\tt4\nmissed\tt2\tt4")
        #expect(report.json.hasPrefix("{\"precision\":0.2500,\"recall\":0.5000,\"true\":2,\"found\":4,\"right\":1,"))
    }

    @Test(arguments: [
        ("t1\n", "", "a:1"), ("t1 x\nt1 y\n", "", "a:2"), ("t1 x\n", "t1 t2\n", "p:1"), ("t1 x\n", "\nt1\n", "p:2"),
        ("", "", "a:"),
    ])
    func badFilesAreNamed(_ articles: String, _ pairs: String, _ place: String) {
        #expect { _ = try set(articles, pairs) } throws: { "\($0)".hasPrefix(place) }
    }

    @Test(
        .enabled(if: TestSupport.sharedFolder != nil, "../shared is absent"),
        arguments: ["articles_100", "articles_1000"])
    func allCopiesOfTheLabelledSetAreFoundAndNoOthers(_ name: String) throws {
        let path = (TestSupport.sharedFolder ?? "") + "/data/duplicates/" + name
        let report = DuplicateReport(try DuplicateSet(articles: path + ".train", pairs: path + ".truth"))
        #expect(report.precision == 1 && report.recall == 1, "\(report.errors)")
    }
}
