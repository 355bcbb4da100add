internal import TextAnalysis

/// FNV-1a over 64 bits of a folded word.
///
/// The gazetteers' words are compared by their letters, too. Elsewhere, within one article, the hash stands for the word:
/// a text written to collide could only make a wrong mention in itself.
enum WordHash {
    /// The hash of folded bytes; 0 for none.
    static func hash(_ folded: [UInt8]) -> UInt64 {
        guard !folded.isEmpty else { return 0 }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in folded { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    /// The hash of a sequence of words from the hashes of its parts, in order.
    static func combine(_ sequence: UInt64, _ word: UInt64) -> UInt64 {
        ((sequence &<< 7 | sequence &>> 57) ^ word) &* 0x9E37_79B9_7F4A_7C15
    }
}
