import QueryLanguage
import Testing

@Suite struct LimitTests {
    private let narrow = QueryParser(fields: fields, limits: QueryLimits(maxBytes: 60, maxClauses: 3, maxDepth: 2))

    @Test(arguments: [
        (String(repeating: "é", count: 30), "(word \(String(repeating: "é", count: 30)))"),
        (String(repeating: "é", count: 31), "too_long at 60"),
        ("a b c", "(sequence (word a) (word b) (word c))"),
        ("a place:b c NEAR d", "too_many_clauses at 17"),
        ("((a))", "(word a)"),
        ("(((a)))", "too_deep at 2"),
        ("-(+a)", "too_deep at 2"),
        ("NOT NOT NOT a", "too_deep at 8"),
        ("(a) (b) -c", "(sequence (word a) (word b) (not (word c)))"),
    ])
    func limitsAreExact(text: String, expected: String) {
        #expect(tree(text, narrow) == expected)
    }

    @Test func hostileLengthsEndInAnError() {
        #expect(tree(String(repeating: "(", count: 4_096)) == "too_deep at 32")
        #expect(tree(String(repeating: "(", count: 5_000_000)) == "too_long at 4096")
        #expect(tree(String(repeating: "a ", count: 2_000)) == "too_many_clauses at 512")
        #expect(tree(String(repeating: "NOT ", count: 1_000)) == "too_deep at 128")
        #expect(tree(String(repeating: "a:", count: 2_000)) == "unknown_field at 0")
        #expect(tree(String(repeating: "\"", count: 4_095)) == "empty_phrase at 0")
    }
}
