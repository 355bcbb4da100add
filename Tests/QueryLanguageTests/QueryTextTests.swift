import QueryLanguage
import Testing

@Suite struct QueryTextTests {
    /// Text that is already as the printer writes it.
    @Test(arguments: [
        "*", "Gaza", "abraham accords", "a b OR c AND d", "(a OR b) AND c", "-(a b)", "+a -b -(-c)", #""white house""#,
        #"a NEAR/5 "b c""#, "-(a NEAR/10 b)", "isra*", #"person:"Steve Witkoff" place:Baku title:pre*"#,
        "date:2025-07-01..2025-07-31", "date:2025-07-15", "date:2025-07-01..", "12:30", "Saudi-led Trump’s",
        #"\AND \NEAR/5 \-x a\:b a\ b"#, "(a AND b) AND c", "(a b) c",
    ])
    func canonicalTextStays(text: String) throws {
        #expect(try parser.parse(text).queryText == text)
    }

    @Test(arguments: [
        ("( a )  AND b", "a AND b"),
        ("NOT a", "-a"),
        ("NOT NOT a", "-(-a)"),
        ("“white  house”", #""white house""#),
        ("a NEAR b", "a NEAR/10 b"),
        (#"PLACE:"Baku""#, "place:Baku"),
        ("date:2025-07", "date:2025-07-01..2025-07-31"),
        (#""say \"no\"""#, #""say \"no\"""#),
    ])
    func otherTextIsRewritten(text: String, expected: String) throws {
        #expect(try parser.parse(text).queryText == expected)
    }
}
