import Testing

@testable import Corpus

/// Days as newspapers and programs write them.
@Suite struct DateScannerTests {
    private func days(_ text: String) -> [String] { DateScanner(text).found().map { "\($0.day)" } }

    @Test(arguments: [
        ("March 2, 2024", "2024-03-02"), ("Aug. 3, 1997", "1997-08-03"), ("Sept. 5, 2001", "2001-09-05"),
        ("sept 5th 2001", "2001-09-05"), ("MAY 1, 2010", "2010-05-01"), ("3 August 1997", "1997-08-03"),
        ("3. August 1997", "1997-08-03"), ("2nd of March, 2024", "2024-03-02"), ("02-Mar-2024", "2024-03-02"),
        ("1 Jan. 2000", "2000-01-01"), ("2024-03-02", "2024-03-02"), ("2024/3/2", "2024-03-02"),
        ("2024.03.02", "2024-03-02"), ("(Feb 29, 2024)", "2024-02-29"), ("Dec 31 1999.", "1999-12-31"),
        ("Published: 2024-03-02T10:15:00Z", "2024-03-02"), ("July\u{A0}4, 2024", "2024-07-04"),
    ])
    func reads(text: String, expected: String) { #expect(days("He said \(text) it was.") == [expected]) }

    @Test(arguments: [
        "", "2024", "March 2024", "March 2", "on Friday", "03/08/1997", "3.8.1997", "08-03-1997", "2.3.24",
        "March 2, 24",
        "Feb. 30, 2024", "2023-02-29", "2-4 March 2024", "2–4 March 2024", "March 2-4, 2024", "Marching 2, 2024",
        "12024-03-02", "20240302", "March 2, 20245", "2024-03/02", "March\n2,\n2024",
        "may 2 of 2024",
        "7/2024-03-02", "March 2 (2024)", "3 march, in 2024",
    ])
    func doesNotGuess(text: String) {
        #expect(days(text) == [])
    }

    @Test func severalInOneText() {
        #expect(
            days("From March 2, 2024 to 3 March 2024, and 2024-03-04.") == ["2024-03-02", "2024-03-03", "2024-03-04"])
    }

    @Test(arguments: [
        ("2025-08-02T10:00:00Z", "2025-08-02"), ("2024-03-02T23:30:00-08:00", "2024-03-02"),
        ("2024-03-02T00:10:00.123+09:00", "2024-03-02"), ("2024-03-02 10:00:00 +0000", "2024-03-02"),
        ("20240302", "2024-03-02"), ("20240302T101500Z", "2024-03-02"), ("Sat, 02 Aug 2025 10:00:00 GMT", "2025-08-02"),
        ("5:30 PM EST, Mon March 4, 2024", "2024-03-04"), ("March 4, 2024 at 5:30 p.m.", "2024-03-04"),
        ("Published March 2, 2024, updated March 3, 2024", "2024-03-02"), ("Aug 2 2025", "2025-08-02"),
    ])
    func metadata(text: String, expected: String) { #expect(DateText.day(text)?.description == expected) }

    @Test(arguments: ["", "03/08/1997", "soon", "2024", "1709380800", "March 2", "yesterday", "2024-13-01"])
    func metadataThatIsNoDay(text: String) { #expect(DateText.day(text) == nil) }

    @Test func weekdays() throws {
        for (text, weekday) in [
            ("2024-03-02", 6), ("2000-01-01", 6), ("1969-07-20", 0), ("2024-02-29", 4), ("1900-03-01", 4),
        ] {
            #expect(try #require(CalendarDay(text)).weekday == weekday, "\(text)")
        }
    }

    @Test(arguments: [
        ("2024-03-02-title.md", "2024-03-02"), ("20240302_x.txt", "2024-03-02"),
        ("reuters_20240302_oil.txt", "2024-03-02"),
        ("title-2024_03_02.html", "2024-03-02"), ("a/b/2024.03.02.txt", "2024-03-02"),
        ("20240302T101500.txt", "2024-03-02"), ("20240302-1015.txt", "2024-03-02"),
        ("20240302101500.json", "2024-03-02"),
        ("2024/03/02/title.html", "2024-03-02"), ("wire/2024-03-02/17.txt", "2024-03-02"),
        ("/x/20240302/a.txt", "2024-03-02"),
        ("2024/mar/2/title", "2024-03-02"), ("2024-03-02-again-2024-03-02.md", "2024-03-02"),
        ("2024/01/01/2024-03-02.md", "2024-03-02"),
    ])
    func fileNames(name: String, expected: String) { #expect(PathDate.day(ofFile: name)?.description == expected) }

    @Test(arguments: [
        "", "title.md", "02-03-2024-title.md", "2024-03.md", "2024-13-02.md", "12345678.txt", "17760704.txt",
        "202403021.txt",
        "2024-03-02_2024-03-09.txt", "2024-03-021.txt", "2024/03/title.md", "a/03/02/2024/x.txt", "2024-3-2.md",
        "99999999999999999999999.txt", "/", "2024-03_02.md",
    ])
    func fileNamesWithoutOne(name: String) { #expect(PathDate.day(ofFile: name) == nil) }

    @Test(arguments: [
        ("https://example.org/2024/03/02/title", "2024-03-02"),
        ("https://example.org/world/2024/mar/02/a-b-c?x=2023-01-01", "2024-03-02"),
        ("https://example.org/a/2024-03-02-title#2022-01-01", "2024-03-02"),
        ("https://20240302.example.org/title", nil),
        ("https://example.org", nil), ("https://example.org/article/12345678", nil),
    ])
    func addresses(address: String, expected: String?) {
        #expect(PathDate.day(ofAddress: address)?.description == expected)
    }
}
