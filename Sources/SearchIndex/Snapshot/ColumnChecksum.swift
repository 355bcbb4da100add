/// A running checksum of a column's bytes: what is appended is added without looking at the rest again.
///
/// Four polynomials in an odd factor modulo 2^64 over words of eight bytes, word i going into number i mod 4. A change
/// within one word changes the checksum for certain, any other damage all but certainly. It guards against accidents,
/// not against intent.
struct ColumnChecksum: Sendable {
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    /// How many bytes the lanes cover: whole rounds of four words.
    private var covered = 0

    /// The checksum of `bytes`, which begin with those of the call before.
    mutating func moveOn(to bytes: UnsafeRawBufferPointer) -> UInt64 {
        func word(at offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        // In locals, so that they stay in registers.
        var (a, b, c, d) = lanes
        var offset = covered
        while bytes.count - offset >= 32 {
            a = a &* Self.factor &+ word(at: offset)
            b = b &* Self.factor &+ word(at: offset + 8)
            c = c &* Self.factor &+ word(at: offset + 16)
            d = d &* Self.factor &+ word(at: offset + 24)
            offset += 32
        }
        lanes = (a, b, c, d)
        covered = offset
        // Each step is a one-to-one function of what came before, so that no change is lost again.
        var value = UInt64(bytes.count)
        func add(_ word: UInt64) { value = (value ^ (value >> 32)) &* Self.factor &+ word }
        for lane in [a, b, c, d] { add(lane) }
        for byte in bytes[offset...] { add(UInt64(byte)) }
        return value
    }
}
