import Evaluation
import QueryLanguage
import TestSupport
import Testing

/// Whatever a query holds, words are left of it and nothing else.
@Suite struct PlainQueryTests {
    private func words(_ text: String) throws -> [String] {
        guard let plain = PlainQuery(text) else { return [] }
        switch plain.query {
        case .word(let word): return [word]
        case .sequence(let parts):
            return try parts.map { part in
                guard case .word(let word) = part else { throw EvaluationError("\(part) is no word") }
                return word
            }
        default: throw EvaluationError("\(plain.query) is not a list of words")
        }
    }

    @Test(arguments: [
        ("the slip flow .", ["the", "slip", "flow"]),
        (#"what "boundary layer methods"#, ["what", "boundary", "layer", "methods"]),
        ("“curly” „low”", ["curly", "low"]),
        ("exact -dash or +plus", ["exact", "-dash", "or", "+plus"]),
        ("person:witkoff title:moon", ["person:witkoff", "title:moon"]),
        ("nonsense:value", ["nonsense:value"]),
        ("cats AND dogs OR NOT NEAR/5 NEAR mice", ["cats", "AND", "dogs", "OR", "NOT", "NEAR/5", "NEAR", "mice"]),
        ("gases .(chapman-enskog theory) .", ["gases", "chapman-enskog", "theory"]),
        ("qu*ke q* * **", ["qu", "ke", "q"]),
        (#"a\b \"#, ["a", "b"]),
        ("/slip flow/ ?effect?", ["/slip", "flow/", "?effect?"]),
        ("tabs\tand\u{85}lines\u{200B}and\u{0}nothing", ["tabs", "and", "lines", "and", "nothing"]),
        ("12:30 3.65 u.s. at&t o'clock", ["12:30", "3.65", "u.s.", "at&t", "o'clock"]),
        ("日本 の -経済", ["日本", "の", "-経済"]),
    ])
    func syntaxIsTakenOut(_ text: String, _ expected: [String]) throws { #expect(try words(text) == expected) }

    @Test(arguments: ["", "  ", ".", "-", "( ) * \"", "\\", "?! …"])
    func withoutAWordThereIsNoQuery(_ text: String) { #expect(PlainQuery(text) == nil) }

    @Test func aLongQueryIsReadWhole() throws {
        let long = (0..<3_000).map { "word\($0)" }
        #expect(try words(long.joined(separator: " ")) == long)
    }

    @Test func randomTextIsWordsOrNothing() throws {
        var random = SplitMix(seed: 5)
        let pieces = [
            "\"", "(", ")", "*", "\\", "-", "+", ":", " ", "a", "person", "AND", "NOT", "NEAR/x", "é", "”", "\n",
        ]
        for _ in 0..<2_000 {
            let text = (0..<12).map { _ in random.pick(pieces) }.joined()
            #expect(try words(text).isEmpty == !text.contains { $0.isLetter }, "\(text)")
        }
    }
}
