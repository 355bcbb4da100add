/// Hashes of words and of words side by side. They are stored, so they stay as they are.
enum WordHash {
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The hash of a folded word, with the top bit set when it begins with a digit.
    static func hash(_ word: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let isNumber = word.first.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? false
        return isNumber ? mixed(hash) | numeral : mixed(hash) & ~numeral
    }

    /// Set in the hash of a word that begins with a digit.
    static let numeral: UInt64 = 1 << 63

    /// The hash of three words, or of a word, its neighbour and a salt.
    static func combined(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
        mixed(((a &* factor &+ b) &* factor &+ c) &* factor)
    }

    /// Spreads every bit over all.
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value ^ (value >> 32)
        value = value &* 0xD6E8_FEB8_6659_FD93
        value ^= value >> 32
        value = value &* 0xD6E8_FEB8_6659_FD93
        return value ^ (value >> 32)
    }
}
