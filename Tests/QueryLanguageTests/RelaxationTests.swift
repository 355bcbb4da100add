import QueryLanguage
import Testing

@Suite struct RelaxationTests {
    @Test(arguments: [
        ("a b", true, "a OR b"),
        ("(a b)", true, "a OR b"),
        ("a (b (c d))", true, "a OR b OR c OR d"),
        ("a b -c", false, "(a OR b) AND -c"),
        ("a b +c place:Baku", false, "(a OR b) AND +c AND place:Baku"),
        (#"a "b c" d"#, false, #"(a OR d) AND "b c""#),
    ])
    func plainWordsRelax(text: String, isPlain: Bool, relaxed: String) throws {
        let query = try parser.parse(text)
        #expect(query.isPlainWords == isPlain)
        #expect(query.relaxed?.queryText == relaxed)
    }

    @Test(arguments: [
        ("a", true), ("a AND b", false), ("+a b", false), ("a OR b", false), ("", false), ("a (b OR c)", false),
    ])
    func theRestStays(text: String, isPlain: Bool) throws {
        let query = try parser.parse(text)
        #expect(query.isPlainWords == isPlain)
        #expect(query.relaxed == nil)
    }
}
