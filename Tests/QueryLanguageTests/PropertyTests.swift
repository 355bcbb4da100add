import QueryLanguage
import TestSupport
import Testing

/// Seeded random input: a failure comes back on every run, and its text is in the message.
@Suite struct PropertyTests {
    private static let pieces = [
        "a", "peace", "Saudi-led", "o'clock", "é", "中国", "می\u{200C}خ", "\u{301}", "12:30", "http://x", " ", " ", " ",
        "\u{3000}",
        "\t", "\u{0}", "(", ")", "(", ")", "\"", "\"", "“", "”", "\\", "*", "**", "-", "+", "--", ":", "AND", " AND ",
        " OR ",
        "NOT ", " NEAR ", " NEAR/5 ", "NEAR/", "title:", "person:", "person:\"Steve Witkoff\"", "place:Baku", "place:*",
        "date:*", "date:",
        "date:2025-07", "2025-07-15", "..", "date:2025..2026", "nofield:", "isra*", "azerbajan~", "~2", "~1", "~", "~5",
        "\"white house\"", "🇦🇿", "\u{FEFF}",
        "\r\n",
    ]

    private static let queries = [
        "abraham accords -place:Baku", #"("white house" OR kremlin) AND talks NEAR/5 peace"#,
        #"title:pre* person:"Steve Witkoff" date:2025-07..2025-08"#, "NOT (a b) +c source:Reuters 12:30",
    ]

    private func randomText(_ generator: inout SplitMix) -> String {
        if Bool.random(using: &generator) {
            return (0..<Int.random(in: 0...12, using: &generator)).map { _ in generator.pick(Self.pieces) }.joined()
        }
        var bytes = Array(generator.pick(Self.queries).utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes.remove(at: index)
            case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            default: bytes.insert(contentsOf: generator.pick(Self.pieces).utf8, at: index)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Any text gives a query that survives printing, or an error that points into the text and says what to do.
    @Test func anyTextIsReadOrRefused() {
        var generator = SplitMix(seed: 20_250_802)
        var read = 0
        for _ in 0..<100_000 {
            let text = randomText(&generator)
            do throws(QueryError) {
                let query = try parser.parse(text)
                read += 1
                let printed = query.queryText
                let again = try? parser.parse(printed)
                if again != query { Issue.record("\(text.debugDescription) printed as \(printed.debugDescription)") }
            } catch {
                let offset = text.utf8.index(text.startIndex, offsetBy: error.position, limitedBy: text.endIndex)
                let points = offset.map { $0.samePosition(in: text.unicodeScalars) != nil } ?? false
                if !points || error.hint.isEmpty || error.message.isEmpty {
                    Issue.record("\(text.debugDescription) gives \(error)")
                }
            }
        }
        // Both ways were taken often enough to mean something.
        #expect((20_000...80_000).contains(read))
    }

    @Test func anyTreeSurvivesPrinting() throws {
        var generator = SplitMix(seed: 7)
        let wide = QueryParser(
            fields: fields, limits: QueryLimits(maxBytes: 1 << 20, maxClauses: 1 << 10, maxDepth: 64))
        for _ in 0..<10_000 {
            let query = randomTree(depth: 4, &generator)
            let printed = query.queryText
            let again = try? wide.parse(printed)
            if again != query { Issue.record("\(query) printed as \(printed.debugDescription)") }
        }
        #expect(
            try wide.parse(Query.or([.not(.not(.all)), .sequence([.or([.all, .all]), .all])]).queryText).description
                == "(or (not (not all)) (sequence (or all all) all))")
    }

    private func randomWord(_ generator: inout SplitMix) -> String {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in generator.pick(Self.pieces) }.joined()
    }

    private func randomPhrase(_ generator: inout SplitMix) -> Phrase {
        while true {
            if let phrase = Phrase(randomWord(&generator)) { return phrase }
        }
    }

    private func randomTree(depth: Int, _ generator: inout SplitMix) -> Query {
        let list = { (generator: inout SplitMix) in
            (0..<Int.random(in: 2...3, using: &generator)).map { _ in self.randomTree(depth: depth - 1, &generator) }
        }
        switch Int.random(in: 0..<(depth > 0 ? 16 : 10), using: &generator) {
        case 0: return .all
        case 1: return .word(randomWord(&generator))
        case 2: return .phrase(randomPhrase(&generator))
        case 3:
            return Bool.random(using: &generator)
                ? .prefix("ab" + randomWord(&generator))
                : .fuzzy("accord" + randomWord(&generator), distance: .random(in: 1...2, using: &generator))
        case 4:
            return .near(
                [randomPhrase(&generator), randomPhrase(&generator)],
                distance: .random(in: 1...1_000, using: &generator))
        case 5: return .field(name: "person", value: .name("x" + randomWord(&generator)))
        case 6: return .field(name: "title", value: .phrase(randomPhrase(&generator)))
        case 7: return .field(name: "title", value: .word(randomWord(&generator)))
        case 8:
            let range = DateRange(from: 2025_01_01, through: Bool.random(using: &generator) ? nil : 2025_12_31)
            return range.map { .field(name: "date", value: .dates($0)) } ?? .all
        case 9: return .field(name: "source", value: Bool.random(using: &generator) ? .present : .name("*"))
        case 10: return .sequence(list(&generator))
        case 11, 12: return .and(list(&generator))
        case 13: return .or(list(&generator))
        case 14: return .required(randomTree(depth: depth - 1, &generator))
        default: return .not(randomTree(depth: depth - 1, &generator))
        }
    }
}
