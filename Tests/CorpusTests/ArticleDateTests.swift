import Testing

@testable import Corpus

/// Where an article's date comes from, by real forms of articles.
@Suite struct ArticleDateTests {
    private func date(_ text: String, _ format: ArticleFormat = .plain, name: String? = "a") throws -> String? {
        try ArticleReader.article(from: Array(text.utf8), format: format, name: name).date?.description
    }

    @Test(arguments: [
        ("WASHINGTON, March 2, 2024 - The Senate voted.", "2024-03-02"),
        ("LONDON, 2 March 2024 (Reuters) - Shares rose.", "2024-03-02"),
        ("NEW YORK, Aug. 3, 1997 /PRNewswire/ -- Zork Corp. said.", "1997-08-03"),
        ("BAKU (AP) — March 2 was a day.", nil), ("SALVADOR, Feb 26 - The carnival began.", nil),
    ])
    func dateLines(text: String, expected: String?) throws { #expect(try date(text) == expected) }

    @Test(arguments: [
        // Stamps.
        ("Port reopens\n\nMarch 2, 2024\n\nThe port of Zork reopened.", "2024-03-02"),
        ("Port reopens\n\nPublished: 2 March 2024, 17:30 GMT\n\nThe port reopened.", "2024-03-02"),
        ("Port reopens\n\nBy Ann Lee | March 2, 2024 at 5:30 p.m. EST\n\nThe port reopened.", "2024-03-02"),
        ("Port reopens\n\nUpdated March 4, 2024 · Published March 2, 2024\n\nThe port reopened.", "2024-03-02"),
        ("Port reopens\n\nUpdated March 4, 2024\n\nThe port reopened.", "2024-03-04"),
        ("FOR IMMEDIATE RELEASE\nSaturday, March 2, 2024\n\nThe port reopened.", "2024-03-02"),
        ("Port reopens\n\nFriday, March 2, 2024\n\nThe port reopened.", nil),
        ("Port reopens\n\nMarch 2, 2024\n\nMarch 3, 2024\n\nThe port reopened.", "2024-03-02"),
        // Before the dash.
        ("Washington, March 2, 2024 – The Senate voted.", "2024-03-02"),
        ("Zork, Ruritania (March 2, 2024) -- A company said so.", "2024-03-02"),
        ("March 2, 2024 (AP) — The Senate voted.", "2024-03-02"),
        // In the first paragraph.
        ("The Senate on Saturday, March 2, 2024, voted to go home.", "2024-03-02"),
        ("The Senate said today (2 March 2024) that it would go home.", "2024-03-02"),
        ("On Saturday, March 2, 2024, the Senate voted to go home.", "2024-03-02"),
        ("The Senate will vote on Saturday, March 2, 2024.", nil),
        ("The Senate named those who are to attend the opening on Saturday, March 2, 2024.", nil),
        ("The Senate on Friday, March 2, 2024, voted to go home.", nil),
        ("The Senate on Friday voted to go home.", nil),
        ("The war that began on Feb. 24, 2022 went on.", nil),
        ("On July 20, 1969, two men walked on the Moon - a first.", nil),
        ("The law of Monday, March 4, 2024, replaces that of June 3, 1997.", nil),
        ("The Senate voted.\n\nIt had voted on Saturday, March 2, 2024, as well.", nil),
        ("The meeting of 03/08/1997 was short.", nil),
    ])
    func openings(text: String, expected: String?) throws { #expect(try date(text) == expected) }

    @Test func aLineThatIsADayIsNoHeadline() throws {
        let article = try ArticleReader.article(
            from: Array("March 2, 2024\n\nPort reopens\n\nThe port reopened.".utf8), format: .plain, name: "a")
        #expect(article.description == "id: a\ntitle: Port reopens\ndate: 2024-03-02\n\nThe port reopened.")
        let alone = try ArticleReader.article(from: Array("March 2, 2024".utf8), format: .plain, name: "a")
        #expect(alone.text == "March 2, 2024")
    }

    @Test func marksOpenTheText() throws {
        #expect(try date("date 2024-03-02\nThe port reopened.") == "2024-03-02")
        #expect(try date("date 2024-03-02 BAKU: The port reopened.") == "2024-03-02")
        #expect(try date("date: March 2, 2024\nThe port reopened.") == "2024-03-02")
        #expect(try date("Date: Sat, 02 Mar 2024 10:00:00 GMT\nTitle: Port\n\nThe port reopened.") == "2024-03-02")
    }

    /// Each has what the next ones have as well.
    @Test func theOrderOfPlaces() throws {
        let name = "2024-01-04/2024-01-03-x.txt"
        let opening = "The Senate on Friday, January 5, 2024, voted."
        #expect(try date("Date: 2024-01-01\n\nBAKU, January 2, 2024 - \(opening)", name: name) == "2024-01-01")
        #expect(try date("BAKU, January 2, 2024 - \(opening)", name: name) == "2024-01-02")
        #expect(try date("BAKU, January 2 - \(opening)", name: name) == "2024-01-03")
        #expect(try date("URL: https://example.org/2024/01/04/x\n\n\(opening)", name: name) == "2024-01-03")
        #expect(try date("URL: https://example.org/2024/01/04/x\n\n\(opening)") == "2024-01-04")
        #expect(try date(opening) == "2024-01-05")
        #expect(try date("# T\n\n\(opening)", .markdown, name: "2024-01-03-t.md") == "2024-01-03")
        #expect(try date("---\ndate: 2024-01-01\n---\n\(opening)", .markdown, name: "2024-01-03-t.md") == "2024-01-01")
    }

    @Test func aFileOfManyArticlesDatesNone() throws {
        let line = #"{"id":"x","text":"The port reopened."}"#
        #expect(try date(line, .json, name: "20240302.json") == "2024-03-02")
        for (body, format) in [(line + "\n" + line, ArticleFormat.ndjson), ("[\(line)]", .json)] {
            for result in ArticleReader.articles(from: Array(body.utf8), format: format, name: "20240302.json") {
                #expect(try result.get().date == nil)
            }
        }
        let addressed = #"{"url":"https://example.org/2024/03/02/x","text":"The port reopened."}"#
        let read = ArticleReader.articles(from: Array(addressed.utf8), format: .ndjson, name: "all.ndjson")
        #expect(try read.map { try $0.get().date?.description } == ["2024-03-02"])
    }

    @Test(arguments: [
        (#""datePublished":"2024-03-02T23:30:00-08:00""#, "2024-03-02"),
        (#""datePublished":"2024-03-02T00:10+09:00""#, "2024-03-02"),
        (#""datePublished":"2024-03-02T10:00:00.000Z","dateModified":"2024-03-05""#, "2024-03-02"),
        (#""dateCreated":"March 2, 2024""#, "2024-03-02"), (#""dateModified":"2024-03-05""#, "2024-03-01"),
    ])
    func webPages(metadata: String, expected: String) throws {
        let page = """
            <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"T",\(metadata)}</script>
            <meta property="article:published_time" content="2024-03-01T10:00:00Z"></head>
            <body><article><p>Updated March 9, 2024</p><p>The port reopened.</p></article></body></html>
            """
        #expect(try date(page, .html) == expected)
    }

    @Test func webPagesThatSayItInWords() throws {
        let page = "<html><body><article><h1>Port</h1><p>By Ann Lee</p><p>Published 2 March 2024</p><p>It reopened.</p>"
        #expect(try date(page, .html) == "2024-03-02")
        #expect(
            try date("<body><time datetime=\"2024-03-02 10:00\">today</time><p>It reopened.", .html) == "2024-03-02")
    }
}
