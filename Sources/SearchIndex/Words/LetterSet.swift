/// Which letters a word has, in 32 bits: a bit for each of `a` to `z`, and six that all other characters share.
///
/// Each inserted, deleted or changed character changes at most two of the bits, and swapped neighbours none. So words
/// whose sets differ in more than twice as many bits lie further apart, which spares measuring nearly all of them.
struct LetterSet: Equatable, Sendable {
    private(set) var bits: UInt32 = 0

    mutating func insert(_ scalar: UInt32) {
        let letter = scalar &- 0x61
        bits |= 1 << (letter < 26 ? letter : 26 + scalar % 6)
    }

    /// In how many bits two sets differ.
    func difference(from other: LetterSet) -> Int { (bits ^ other.bits).nonzeroBitCount }

    /// How many characters a word has, and which.
    static func shape(of word: ArraySlice<UInt8>) -> (length: Int, letters: LetterSet) {
        var letters = LetterSet()
        var length = 0
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            letters.insert(scalar.value)
            length += 1
        }
        return (length, letters)
    }
}
