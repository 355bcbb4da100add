/// A folded word of at most 16 bytes, as a number: hashed and compared in a fraction of the time that an array takes.
struct ShortWord: Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// nil for a longer word.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= 16 else { return nil }
        for (index, byte) in bytes.enumerated() {
            if index < 8 {
                low |= UInt64(byte) << UInt64(8 * index)
            } else {
                high |= UInt64(byte) << UInt64(8 * index - 64)
            }
        }
    }

    // By hand because the two halves hashed as one take half the time.
    func hash(into hasher: inout Hasher) { hasher.combine(low ^ high &* 0x9E37_79B9_7F4A_7C15) }
}
