import Corpus
import Testing

struct PlainReaderTests {
    @Test func dateMarkAndDatelineOpenTheStory() {
        let text = " date 2025-08-02 LISBON: The river rose again.\n\nPeople left the old town."
        #expect(
            printed(text, .plain) == """
                id: a
                date: 2025-08-02
                dateline: LISBON

                LISBON: The river rose again.

                People left the old town.
                """)
    }

    @Test func headlineDateAndDatelineInAnyUsualOrder() {
        let story = "SALVADOR, Feb 26 - The carnival began."
        let expected = "id: a\ntitle: Carnival opens\ndate: 2025-02-26\ndateline: SALVADOR, Feb 26\n\n\(story)"
        #expect(printed("date 2025-02-26\nCarnival opens\n\n\(story)", .plain) == expected)
        #expect(printed("Carnival opens\n\ndate 2025-02-26\n\n\(story)", .plain) == expected)
        #expect(printed("Carnival opens\r\n\r\ndate 2025-02-26\r\n\(story)\r\n", .plain) == expected)
    }

    @Test func headerLinesAreMetadata() {
        let text = """
            Title: Ferry: a new line
            Date: Aug 2, 2025
            Author: By Ann Lee and Bo Li
            Source: Harbour Desk
            Url: https://example.org/ferry
            Section: Travel
            Language: en
            Tags: ferries, islands

            The ferry sails at noon.
            """
        #expect(
            printed(text, .plain) == """
                id: a
                title: Ferry: a new line
                date: 2025-08-02
                source: Harbour Desk
                url: https://example.org/ferry
                section: Travel
                language: en
                authors: Ann Lee | Bo Li
                tags: ferries | islands

                The ferry sails at noon.
                """)
    }

    @Test(arguments: [
        "Just one paragraph that has no headline.\n\nAnd another one.",
        "A line with no stop but no empty line either\nthe story goes on",
        "Only one line",
        "He listed three things:\n\nbread",
        "“We will not leave.”\n\nThat was the answer.",
        "date 2025-02-30 is no date",
        String(repeating: "Too long for a headline ", count: 7) + "\n\nText",
    ])
    func whatIsNoHeadlineStaysInTheText(text: String) throws {
        let article = try ArticleReader.article(from: Array(text.utf8), format: .plain, name: "a")
        #expect(article.title == nil && article.text == text && article.date == nil)
    }

    @Test func linesWithUnknownNamesAreNoHeader() {
        #expect(printed("Note: the sea\n\nIt rises.", .plain) == "id: a\ntitle: Note: the sea\n\nIt rises.")
    }

    @Test(arguments: [
        ("WASHINGTON: The vote", "WASHINGTON"),
        ("SALVADOR, Feb 26 - The vote", "SALVADOR, Feb 26"),
        ("PARIS (Reuters) - The vote", "PARIS (Reuters)"),
        ("BAKU, Azerbaijan — The vote", "BAKU, Azerbaijan"),
        ("NEW YORK/LONDON, Aug. 2 (Reuters) -- The vote", "NEW YORK/LONDON, Aug. 2 (Reuters)"),
        ("RIO DE JANEIRO, Brazil – The vote", "RIO DE JANEIRO, Brazil"),
        ("ST. JOHN’S, Antigua — The vote", "ST. JOHN’S, Antigua"),
        ("The vote: a guide", nil), ("Paris - The vote", nil), ("BREAKING: The vote", nil),
        ("THE PRESIDENT: Hello", nil),
        ("THE HAGUE - The vote", "THE HAGUE"), ("WASHINGTON said: no", nil), ("Q: What", nil), ("NATO-led troops", nil),
        ("NATO", nil), ("", nil),
    ])
    func datelines(text: String, expected: String?) throws {
        let bytes = Array((text + "\nmore.").utf8)
        #expect(try ArticleReader.article(from: bytes, format: .plain, name: "a").dateline == expected)
    }

    @Test func withoutNameTheContentNamesTheArticle() throws {
        let a = try ArticleReader.article(from: Array("Some text.".utf8), format: .plain, name: nil)
        let b = try ArticleReader.article(from: Array(" Some text.\n".utf8), format: .plain, name: nil)
        #expect(a.id == b.id)
        #expect(a.id.count == 32)
    }

    /// The dateline is one line of text, as every field is.
    @Test func aDatelineHasNoControlCharacters() {
        #expect(printed("\u{12}PARIS (Reuters) - Rain fell.", .plain).contains("dateline: PARIS (Reuters)\n"))
    }
}
