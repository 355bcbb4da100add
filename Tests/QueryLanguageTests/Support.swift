import QueryLanguage

/// Fields of every kind.
let fields: [String: FieldKind] = [
    "title": .text, "person": .entity, "place": .entity, "organization": .entity, "misc": .entity, "source": .keyword,
    "section": .keyword, "author": .keyword, "language": .keyword, "tag": .keyword, "article": .identifier,
    "date": .date,
]

let parser = QueryParser(fields: fields)

/// The tree of a query, or its error as `code at position`: the text that the tests compare.
func tree(_ text: String, _ parser: QueryParser = parser) -> String {
    do {
        return try parser.parse(text).description
    } catch {
        return error.description
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &self)] }
}
