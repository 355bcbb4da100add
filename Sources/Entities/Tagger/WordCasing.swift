/// How a word is cased in a large text where nothing but itself decides: how often, and small, capitalized or in
/// capitals.
package struct WordCasing: Equatable, Sendable {
    package var lower = 0
    package var capitalized = 0
    package var capitals = 0
    /// How often it is part of a name of each type in lists of names, in the order of `EntityType`.
    package var names = SIMD4<Int32>()

    package init() {}

    package var count: Int { lower + capitalized + capitals }

    /// The casing in few values, as the model has it: 0 for an unknown word, else
    /// `1 + 16 × frequency + 4 × share of small + share of capitals`, the frequency as a power of four.
    package var code: UInt8 {
        guard count > 0 else { return 0 }
        var frequency = 0
        var rest = count
        while rest >= 4 && frequency < 7 {
            rest /= 4
            frequency += 1
        }
        return UInt8(1 + 16 * frequency + 4 * Self.quarter(lower, of: count) + Self.quarter(capitals, of: count))
    }

    /// The shares of the types in few values: 0 for no name's word, else two bits for each of person, place and
    /// organization, and two for how often the word is in names at all.
    package var typeCode: UInt8 {
        let count = Int(names[0] + names[1] + names[2])
        guard count > 0 else { return 0 }
        var code = count < 2 ? 0 : count < 5 ? 1 : count < 20 ? 2 : 3
        for type in 0..<3 { code = code << 2 | Self.quarter(Int(names[type]), of: count) }
        return UInt8(code)
    }

    /// 0 for hardly any, 1 for the smaller part, 2 for the larger part, 3 for nearly all.
    private static func quarter(_ part: Int, of whole: Int) -> Int {
        if part * 20 < whole { return 0 }
        if part * 2 < whole { return 1 }
        return part * 20 < whole * 19 ? 2 : 3
    }

    /// Whether a word with this code is mostly written small.
    static func isLower(_ code: UInt8) -> Bool { code > 0 && (code - 1) / 4 % 4 >= 2 }

    /// Whether a word with this code is mostly written in capitals.
    static func isCapitals(_ code: UInt8) -> Bool { code > 0 && (code - 1) % 4 >= 2 }
}
