import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

/// The highlighter against the plainest way of saying what it does.
@Suite struct HighlighterTests {
    @Test(arguments: 0..<30) func marksWhatThePlainWayMarks(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let analyzer = try Analyzer(variants: Self.variants)
        var marked = 0
        for _ in 0..<60 {
            let text = Self.text(&random)
            let plan = try Self.plan(&random, analyzer)
            let ranges = try Highlighter(plan: plan, analyzer: analyzer).ranges(in: text)
            #expect(try ranges == Self.plainRanges(in: text, plan: plan), "\(plan) in \(text)")
            marked += ranges.count
            _ = analyzer.takeNewWords()
        }
        #expect(marked > 60)
    }

    @Test func anEmptiedCacheChangesNothing() throws {
        let analyzer = try Analyzer(variants: Self.variants)
        for number in 0..<100_001 { _ = analyzer.number(of: Array("\(number)".utf8)) }
        let plan = Plan.and([.term(Array("harbor".utf8), .anywhere), .phrase([[0x37], [0x38]], .anywhere)])
        for _ in 0..<2 {
            let highlighter = Highlighter(plan: plan, analyzer: analyzer)
            #expect(try highlighter.ranges(in: "Harbors 6 7 8 9") == [0..<7, 10..<13])
            _ = analyzer.takeNewWords()
        }
    }

    /// What `TermBeginnings` relies on.
    @Test(arguments: UInt64(0)..<4) func termsBeginAsTheirWordsDo(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let analyzer = try Analyzer(variants: Self.variants)
        let exceptions = [
            "skis", "skies", "sky", "dying", "lying", "tying", "idly", "gently", "ugly", "early", "only", "singly", "y",
            "yes", "news", "inning", "ate", "ied", "ies", "s", "ss", "us", "ing", "eed", "ly", "e", "o'er", "a'", "I'm",
        ]
        let alphabet = Array("aeiouybcdglmnrstzAEIOUYT'’é.&1")
        let endings = ["", "s", "ies", "ied", "ing", "eed", "ly", "ational", "fulness", "'s", "e", "ement"]
        for index in 0..<20_000 {
            let stem = String(
                (0..<Int.random(in: 1..<7, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
            let text = index < exceptions.count ? exceptions[index] : stem + endings.randomElement(using: &random)!
            let bytes = text.utf8.span
            for token in Tokenizer.tokens(in: bytes) where bytes[Int(token.start)] < 128 {
                let term = try #require(try analyzer.term(of: token, in: bytes))
                #expect(term[0] == bytes[Int(token.start)] | 0x20, "\(text)")
            }
        }
    }

    private static let variants =
        (try? SpellingTable(path: TestSupport.checkout + "/index/spelling-variants.tsv").variants) ?? SpellingVariants()

    private static let words = [
        "Harbor", "harbors", "harbour's", "Oestrogen", "estrogens", "O'Brien", "obrien", "closed", "closing", "CLOSE",
        "the", "U.S.", "us", "3.65", "60,000", "60000",
        "café", "cafe", "Œuvre", "東京都", "京", "港", "o'clock", "AT&T", "-", "…", "\u{301}", "x",
        String(repeating: "long", count: 70),
    ]

    private static func text(_ random: inout SplitMix) -> String {
        (0..<Int.random(in: 0..<40, using: &random))
            .map { _ in words.randomElement(using: &random)! + ["", " ", " ", " ", ", "].randomElement(using: &random)!
            }
            .joined()
    }

    private static func plan(_ random: inout SplitMix, _ analyzer: Analyzer) throws -> Plan {
        func terms(_ count: Int) throws -> [[UInt8]] {
            var terms: [[UInt8]] = []
            while terms.isEmpty {
                for _ in 0..<count {
                    terms += try QueryTokens.terms(of: words.randomElement(using: &random)!, analyzer: analyzer)
                }
            }
            return terms
        }
        return .or([
            .term(try terms(1)[0], .anywhere), .not(.term(try terms(1)[0], .anywhere)),
            .term(try terms(1)[0], .title),
            .and([
                .anyTerm(like: "c*", terms: try terms(2), .anywhere), .phrase(try terms(2), .anywhere),
                .near([try terms(1), try terms(3)], distance: 3),
            ]),
        ])
    }

    /// Marks byte by byte, and reads off the runs.
    private static func plainRanges(in text: String, plan: Plan) throws -> [Range<Int>] {
        let bytes = Array(text.utf8)
        let analyzer = try Analyzer(variants: Self.variants)
        let tokens = Tokenizer.tokens(in: bytes.span)
        let terms = try tokens.map { try analyzer.term(of: $0, in: bytes.span) }
        var isMarked = [Bool](repeating: false, count: bytes.count)
        func mark(_ range: Range<Int>) { for index in range { isMarked[index] = true } }
        for pattern in HighlightPattern.patterns(of: plan) {
            for (index, token) in tokens.enumerated() {
                switch pattern {
                case .terms(let wanted):
                    if let term = terms[index], wanted.contains(term) { mark(token.range) }
                case .phrase(let phrase):
                    let words = phrase.enumerated().map { offset, term in
                        offset == 0
                            ? (terms[index] == term ? token : nil)
                            : tokens.indices.first {
                                tokens[$0].position == token.position + Int32(offset) && terms[$0] == term
                            }.map { tokens[$0] }
                    }
                    if words.allSatisfy({ $0 != nil }) {
                        mark(token.range.lowerBound..<words.compactMap { $0?.range.upperBound }.max()!)
                    }
                }
            }
        }
        var ranges: [Range<Int>] = []
        for index in isMarked.indices where isMarked[index] {
            if let last = ranges.last, last.upperBound == index {
                ranges[ranges.count - 1] = last.lowerBound..<index + 1
            } else {
                ranges.append(index..<index + 1)
            }
        }
        return ranges
    }
}
