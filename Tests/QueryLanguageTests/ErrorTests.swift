import QueryLanguage
import Testing

@Suite struct ErrorTests {
    @Test(arguments: [
        (#"a "b"#, "open_quote at 2"),
        (#"title:"b"#, "open_quote at 6"),
        (#""b\""#, "open_quote at 0"),
        (#"a """#, "empty_phrase at 2"),
        (#"title:" ""#, "empty_phrase at 6"),
        ("a (b", "open_parenthesis at 2"),
        ("a (", "open_parenthesis at 2"),
        ("a ()", "empty_parentheses at 2"),
        ("a)", "unmatched_parenthesis at 1"),
        (")", "unmatched_parenthesis at 0"),
        ("(a) b )", "unmatched_parenthesis at 6"),
        (#"a \"#, "dangling_escape at 2"),
    ])
    func quotesAndParentheses(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    @Test(arguments: [
        ("AND", "dangling_operator at 0"),
        ("OR a", "dangling_operator at 0"),
        ("a AND", "dangling_operator at 2"),
        ("a OR AND b", "dangling_operator at 2"),
        ("é NOT", "dangling_operator at 3"),
        ("(NOT) a", "dangling_operator at 1"),
        ("(OR a)", "dangling_operator at 1"),
        ("(a NEAR)", "dangling_operator at 3"),
        ("NEAR b", "dangling_operator at 0"),
        ("a NEAR/0 b", "bad_distance at 2"),
        ("a NEAR/x b", "bad_distance at 2"),
        ("a NEAR/99999999999999999999 b", "bad_distance at 2"),
        ("a NEAR/3 b NEAR/4 c", "bad_distance at 11"),
        ("a NEAR isra*", "bad_near at 7"),
        ("-a NEAR b", "bad_near at 0"),
        ("x (a OR b) NEAR c", "bad_near at 2"),
        ("isr* NEAR", "bad_near at 0"),
    ])
    func operators(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    @Test(arguments: [
        ("a persn:Baku", "unknown_field at 2"),
        ("title:", "missing_value at 6"),
        ("title: x", "missing_value at 6"),
        ("(place:)", "missing_value at 7"),
        (#"place:" ""#, "missing_value at 7"),
        ("place:(a OR b)", "bad_value at 6"),
        ("place:Ba*", "bad_value at 8"),
        ("place:**", "bad_value at 6"),
        ("article:*", "bad_value at 8"),
        (#"date:"*""#, "bad_date at 6"),
        ("title:*", "short_prefix at 6"),
        ("x*", "short_prefix at 0"),
        ("a to~", "short_fuzzy at 2"),
        ("title:peace~2", "short_fuzzy at 6"),
        ("peace~3", "bad_distance at 5"),
        ("peace~11", "bad_distance at 5"),
        ("pe*ce~1", "misplaced_star at 2"),
        ("peace~ NEAR talks", "bad_near at 0"),
        ("a --x*", "short_prefix at 2"),
        ("a*b", "misplaced_star at 1"),
        ("ab**", "misplaced_star at 2"),
        ("*ab", "misplaced_star at 0"),
        ("date:2025-7", "bad_date at 5"),
        ("date:2025-02-29", "bad_date at 5"),
        ("date:2025..2025-13", "bad_date at 11"),
        (#"date:"yesterday""#, "bad_date at 6"),
        ("date:“x”", "bad_date at 8"),
        ("date:..", "bad_date at 5"),
        ("date:2025-08..2025-07", "bad_date at 5"),
    ])
    func fieldsAndValues(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    private func hint(_ text: String) -> String? {
        do {
            _ = try parser.parse(text)
            return nil
        } catch {
            return error.hint
        }
    }

    @Test(arguments: [
        ("persn:x", "Did you mean person? The fields are article, author, date"),
        ("soruce:x", "Did you mean source?"),
        ("org:x", "Did you mean organization?"),
        ("Fact:x", "The fields are"),
        ("zebra:x", "The fields are"),
        (String(repeating: "a", count: 4_000) + ":x", "The fields are"),
    ])
    func hintOfAnUnknownField(text: String, beginning: String) throws {
        #expect(try #require(hint(text)).hasPrefix(beginning))
    }

    @Test func columnCountsCharacters() {
        let text = "🇦🇿e\u{301} (b"
        let error = #expect(throws: QueryError.self) { try parser.parse(text) }
        #expect(error?.position == 12)
        #expect(error?.column(in: text) == 4)
        #expect(QueryError(.tooLong, "", hint: "", at: 99).column(in: "abc") == 4)
        #expect(QueryError(.tooLong, "", hint: "", at: 1).column(in: "e\u{301}x") == 1)
    }

    @Test func descriptionHoldsNoQueryText() {
        #expect(tree("secretname:x") == "unknown_field at 0")
    }
}
