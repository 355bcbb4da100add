import Entities
import Evaluation
import Testing

/// Labelled files become articles: text as a page has it, and spans over its tokens.
@Suite struct ReaderTests {
    private func names(_ article: LabelledArticle) -> [String] {
        let bytes = Array(article.text.utf8)
        return article.spans.map { "\($0.type) \(String(decoding: bytes[article.range(of: $0)], as: UTF8.self))" }
    }

    @Test func columnsBecomeTextAsItIsPrinted() throws {
        let file = """
            -DOCSTART-\tO

            "\tO
            We\tO
            ca\tO
            n't\tO
            ,\tO
            "\tO
            said\tO
            J.\tB-PER
            Lee\tI-PER
            (\tO
            Hyundai\tB-ORG
            )\tO
            .\tO

            Seoul\tB-LOC
            's\tO
            U.S.-led\tB-MISC
            team\tO

            -DOCSTART-\tO

            Baku\tB-LOC
            """
        let articles = try ColumnReader.articles(of: file, name: "f")
        #expect(articles.map(\.text) == [#""We can't," said J. Lee (Hyundai).\#n\#nSeoul's U.S.-led team"#, "Baku"])
        #expect(names(articles[0]) == ["person J. Lee", "organization Hyundai", "place Seoul", "misc U.S.-led"])
        #expect(names(articles[1]) == ["place Baku"])
    }

    @Test func adjacentNamesStayTwo() throws {
        let articles = try ColumnReader.articles(of: "Ann\tB-PER\nBob\tB-PER\n\nBob\tI-PER\nOslo\tI-LOC\n", name: "f")
        #expect(names(articles[0]) == ["person Ann", "person Bob", "person Bob", "place Oslo"])
    }

    @Test func sentencesWithoutArticlesAreTakenInTwenties() throws {
        let articles = try ColumnReader.articles(of: String(repeating: "Baku\tB-LOC\n\n", count: 45), name: "f")
        #expect(articles.map(\.spans.count) == [20, 20, 5])
    }

    @Test(arguments: ["Baku", "Baku\tX", "a\tO\nBaku\tB-CITY"])
    func aLineWithoutATagIsNamed(_ contents: String) {
        let error = #expect(throws: EvaluationError.self) { try ColumnReader.articles(of: contents, name: "f.tsv") }
        #expect(error?.message.hasPrefix("f.tsv:\(contents.contains("\n") ? 2 : 1): ") == true)
    }

    @Test func bracketsMarkNames() throws {
        let file = "# comment\n[LOC BAKU], May 2 - [PER Ilham Aliyev]'s aide left.\nHe waved.\n\n[ORG NATO] met.\n"
        let articles = try MarkedReader.articles(of: file, name: "f")
        #expect(articles.map(\.text) == ["BAKU, May 2 - Ilham Aliyev's aide left.\n\nHe waved.", "NATO met."])
        // A token of ours has its possessive; the span of the label has the token.
        #expect(names(articles[0]) == ["place BAKU", "person Ilham Aliyev's"])
        #expect(names(articles[1]) == ["organization NATO"])
    }

    @Test(arguments: ["in [LOC Baku", "[CITY Baku]", "[LOC]"])
    func bracketsOfOtherSortsAreErrors(_ line: String) {
        let error = #expect(throws: EvaluationError.self) { try MarkedReader.articles(of: "x\n" + line, name: "f.txt") }
        #expect(error?.message.hasPrefix("f.txt:2: ") == true)
    }
}
