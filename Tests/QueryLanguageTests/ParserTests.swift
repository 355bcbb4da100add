import QueryLanguage
import Testing

@Suite struct ParserTests {
    @Test(arguments: [
        ("", "all"),
        (" \t\u{3000}", "all"),
        ("*", "all"),
        ("(*)", "all"),
        ("Gaza", "(word Gaza)"),
        ("abraham accords", "(sequence (word abraham) (word accords))"),
        ("(abraham accords)", "(sequence (word abraham) (word accords))"),
        ("a AND b", "(and (word a) (word b))"),
        ("a OR b", "(or (word a) (word b))"),
        ("a and b or c", "(sequence (word a) (word and) (word b) (word or) (word c))"),
        ("a b OR c", "(or (sequence (word a) (word b)) (word c))"),
        ("a OR b AND c", "(or (word a) (and (word b) (word c)))"),
        ("a b AND c d", "(and (sequence (word a) (word b)) (sequence (word c) (word d)))"),
        ("(a OR b) AND c", "(and (or (word a) (word b)) (word c))"),
        ("(a AND b) c", "(sequence (and (word a) (word b)) (word c))"),
        ("foo(bar)baz", "(sequence (word foo) (word bar) (word baz))"),
    ])
    func wordsAndOperators(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    @Test(arguments: [
        ("NOT x", "(not (word x))"),
        ("-x", "(not (word x))"),
        ("-*", "(not all)"),
        ("a -b", "(sequence (word a) (not (word b)))"),
        ("a NOT b c", "(sequence (word a) (not (word b)) (word c))"),
        ("a AND NOT b", "(and (word a) (not (word b)))"),
        ("NOT NOT a", "(not (not (word a)))"),
        (
            #"-"b c" -(d OR e) -place:Baku"#,
            #"(sequence (not (phrase "b c")) (not (or (word d) (word e))) (not (field place Baku)))"#
        ),
        ("(-a b)", "(sequence (not (word a)) (word b))"),
        ("+a b", "(sequence (required (word a)) (word b))"),
        ("-AND", "(not (word AND))"),
        ("NOT -a", "(not (not (word a)))"),
    ])
    func exclusionAndRequirement(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    /// A sign counts at the start of a word only, and only before a query.
    @Test(arguments: [
        ("Saudi-led o'clock Trump’s", "(sequence (word Saudi-led) (word o'clock) (word Trump’s))"),
        ("war - peace", "(sequence (word war) (word -) (word peace))"),
        ("war --peace +", #"(sequence (word war) (word --peace) (word "+"))"#),
        ("(war -)", "(sequence (word war) (word -))"),
        (#""Saudi"-led"#, "(sequence (phrase Saudi) (word -led))"),
        ("(a)-b", "(sequence (word a) (word -b))"),
        (
            "AT&T C++ $5 #metoo @potus",
            ##"(sequence (word "AT&T") (word "C++") (word "$5") (word "#metoo") (word "@potus"))"##
        ),
    ])
    func signsInsideText(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    @Test(arguments: [
        (#""white house""#, #"(phrase "white house")"#),
        ("“white house”", #"(phrase "white house")"#),
        ("„white house“ x", #"(sequence (phrase "white house") (word x))"#),
        ("\"white \u{3000}\n house \"", #"(phrase "white house")"#),
        (#""a \"b\" * AND (c)""#, #"(phrase "a \"b\" * AND (c)")"#),
        ("a NEAR b", "(near/10 a b)"),
        (#"a NEAR/5 "b c" d"#, #"(sequence (near/5 a "b c") (word d))"#),
        ("a NEAR/3 b NEAR/3 c", "(near/3 a b c)"),
        ("(a) NEAR b", "(near/10 a b)"),
        ("-(a NEAR/5 b)", "(not (near/5 a b))"),
        ("isra*", "(prefix isra)"),
        ("中国*", "(prefix 中国)"),
        ("azerbajan~", "(fuzzy/1 azerbajan)"),
        ("-azerbajan~2 OR cat~1", "(or (not (fuzzy/2 azerbajan)) (fuzzy/1 cat))"),
        ("Saudi-led~1", "(fuzzy/1 Saudi-led)"),
        ("wit~koff~", #"(fuzzy/1 "wit~koff")"#),
        ("~5 60~70 ~ a~b wit\\~", #"(sequence (word "~5") (word "60~70") (word "~") (word "a~b") (word "wit~"))"#),
        ("article:notes~1", #"(field article "notes~1")"#),
        ("-isra* OR b", "(or (not (prefix isra)) (word b))"),
    ])
    func phrasesNearAndPrefixes(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    @Test(arguments: [
        ("title:peace", "(field title (word peace))"),
        (#"title:"white house""#, #"(field title (phrase "white house"))"#),
        ("title:pre*", "(field title (prefix pre))"),
        ("title:acords~2", "(field title (fuzzy/2 acords))"),
        ("title:-x", "(field title (word -x))"),
        (#"person:"Steve Witkoff" deal"#, #"(sequence (field person "Steve Witkoff") (word deal))"#),
        ("PLACE:Baku", "(field place Baku)"),
        ("source:AT&T", #"(field source "AT&T")"#),
        ("article:a/1:2#3", ##"(field article "a/1:2#3")"##),
        ("(tag:x)", "(field tag x)"),
        (#"source:"*""#, #"(field source "*")"#),
        (#"source:\*"#, #"(field source "*")"#),
        ("source:* -person:*", "(sequence (field source *) (not (field person *)))"),
        ("(date:*)", "(field date *)"),
        ("date:2025", "(field date 2025-01-01..2025-12-31)"),
        ("date:2024-02", "(field date 2024-02-01..2024-02-29)"),
        (#"date:"2025-07-15""#, "(field date 2025-07-15)"),
        ("date:2025-07..2025-08", "(field date 2025-07-01..2025-08-31)"),
        ("date:2025-07..", "(field date 2025-07-01..)"),
        ("date:..2025", "(field date ..2025-12-31)"),
    ])
    func fieldValues(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    /// A colon makes a field only after a name.
    @Test(arguments: [
        ("12:30 3:1 :x", #"(sequence (word "12:30") (word "3:1") (word ":x"))"#),
        ("http://example.org/a", #"(word "http://example.org/a")"#),
        ("covid19:x наука:x a.b:c", #"(sequence (word "covid19:x") (word "наука:x") (word "a.b:c"))"#),
        (#"Breaking\: news"#, #"(sequence (word "Breaking:") (word news))"#),
        (#"\place:Baku"#, #"(word "place:Baku")"#),
    ])
    func colonsInsideText(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    @Test(arguments: [
        (#"\AND \-x \(y\) \"z"#, #"(sequence (word AND) (word -x) (word "(y)") (word "\"z"))"#),
        (#"white\ house \*"#, #"(sequence (word "white house") (word "*"))"#),
        (#"a\\b isra\*"#, #"(sequence (word "a\\b") (word "isra*"))"#),
        ("a\u{0}b\u{7}c\u{85}d\u{A0}e\u{200B}f", "(sequence (word a) (word b) (word c) (word d) (word e) (word f))"),
        ("می\u{200C}خواهم", #"(word می‌خواهم)"#),
    ])
    func escapesAndSpaces(text: String, expected: String) {
        #expect(tree(text) == expected)
    }
}
