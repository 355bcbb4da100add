/// Reads one scalar at a time from bytes that may not be valid UTF-8.
enum UTF8Decoding {
    /// The scalar at `index`, which moves behind it; U+FFFD for a malformed one. Reads nothing at or after `limit`.
    static func scalar(_ bytes: Span<UInt8>, _ index: inout Int, limit: Int) -> Unicode.Scalar {
        let lead = bytes[index]
        index += 1
        let length = (~lead).leadingZeroBitCount
        guard length != 0 else { return Unicode.Scalar(lead) }
        guard length >= 2, length <= 4, index + length - 1 <= limit else { return "\u{FFFD}" }
        var value = UInt32(lead & (0x7F >> UInt8(length)))
        for _ in 1..<length {
            guard bytes[index] & 0xC0 == 0x80 else { return "\u{FFFD}" }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
            index += 1
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
