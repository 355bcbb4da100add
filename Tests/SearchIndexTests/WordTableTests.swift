import TestSupport
import Testing

@testable import SearchIndex

/// Tables of words against the plainest way of saying what they do.
@Suite struct WordTableTests {
    @Test(arguments: UInt64(0)..<8) func distancesAreThoseOfTheWholeTable(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        for _ in 0..<300 {
            let word = Self.word(&random)
            for limit in 1...2 {
                var distance = WordDistance(from: Array(word.utf8), limit: limit)
                // One measure for many words: what the last one left in its rows must not matter.
                for _ in 0..<20 {
                    let other = Bool.random(using: &random) ? Self.word(&random) : Self.misspelt(word, &random)
                    let whole = Self.plainDistance(word, other)
                    #expect(
                        distance.distance(to: Array(other.utf8)[...]) == (whole <= limit ? whole : nil),
                        "\(word) \(other)")
                }
            }
        }
    }

    @Test(arguments: UInt64(0)..<4) func findsWhatIsNear(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let words = Set((0..<3_000).map { _ in Self.word(&random) }).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        let table = WordTable(words.map { WordTable.Entry(word: Array($0.utf8), passages: 1) })
        for _ in 0..<20 {
            let word = Self.misspelt(words.randomElement(using: &random)!, &random)
            for limit in 1...2 {
                let near = try table.near(Array(word.utf8), limit: limit, until: .never)
                let expected = words.filter { Self.plainDistance(word, $0) <= limit }
                #expect(near.map { String(decoding: table[$0.index], as: UTF8.self) } == expected)
                #expect(near.map(\.distance) == expected.map { Self.plainDistance(word, $0) })
            }
        }
    }

    @Test(arguments: UInt64(0)..<4) func addedWordsStandInOrder(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        var words: Set<String> = []
        var table = WordTable([])
        for round in UInt32(1)..<20 {
            let more = Set((0..<50).map { _ in Self.word(&random) })
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            table = table.adding(more.map { WordTable.Entry(word: Array($0.utf8), passages: round) })
            for word in more where !words.contains(word) {
                #expect(table.index(of: Array(word.utf8)).map { table.passages[$0] } == round)
            }
            words.formUnion(more)
            let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect((0..<table.count).map { String(decoding: table[$0], as: UTF8.self) } == sorted)
            let prefix = String(Self.word(&random).prefix(2))
            #expect(
                table.range(prefix: Array(prefix.utf8)).map { String(decoding: table[$0], as: UTF8.self) }
                    == sorted.filter { $0.hasPrefix(prefix) })
            #expect(table.index(of: Array("nowhere".utf8)) == nil)
        }
    }

    private static let alphabet = ["a", "b", "c", "d", "e", "ё", "д"]

    private static func word(_ random: inout SplitMix) -> String {
        (0..<Int.random(in: 1...9, using: &random)).map { _ in alphabet.randomElement(using: &random)! }.joined()
    }

    private static func misspelt(_ word: String, _ random: inout SplitMix) -> String {
        var letters = Array(word.unicodeScalars)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<letters.count, using: &random)
            let letter = Unicode.Scalar(alphabet.randomElement(using: &random)!)!
            switch Int.random(in: 0..<4, using: &random) {
            case 0: letters.insert(letter, at: place)
            case 1 where letters.count > 1: letters.remove(at: place)
            case 2: letters[place] = letter
            default: letters.swapAt(place, min(place + 1, letters.count - 1))
            }
        }
        return String(String.UnicodeScalarView(letters))
    }

    /// Optimal string alignment, the whole table of it.
    private static func plainDistance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        var table = (0...a.count).map { row in (0...b.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
        for row in 1..<(a.count + 1) {
            for column in 1..<(b.count + 1) {
                table[row][column] = min(
                    table[row - 1][column - 1] + (a[row - 1] == b[column - 1] ? 0 : 1), table[row - 1][column] + 1,
                    table[row][column - 1] + 1)
                if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
                    table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }
}
