extension Span<UInt8> {
    /// The Unicode scalar that starts at `index`, and its length in bytes.
    ///
    /// Bytes that are not UTF-8 (overlong forms, surrogates and cut sequences among them) give U+0000, one byte at a
    /// time, which every caller treats as a separator.
    @inline(__always)
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[index])
        switch first {
        case 0..<0x80:
            return (first, 1)
        case 0xC2..<0xE0:
            guard let second = continuation(index + 1) else { return (0, 1) }
            return ((first & 0x1F) << 6 | second, 2)
        case 0xE0..<0xF0:
            guard let second = continuation(index + 1), let third = continuation(index + 2) else { return (0, 1) }
            let value = (first & 0x0F) << 12 | second << 6 | third
            return value < 0x800 || (0xD800..<0xE000).contains(value) ? (0, 1) : (value, 3)
        case 0xF0..<0xF5:
            guard let second = continuation(index + 1), let third = continuation(index + 2),
                let fourth = continuation(index + 3)
            else { return (0, 1) }
            let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
            return (0x10000..<0x110000).contains(value) ? (value, 4) : (0, 1)
        default:
            return (0, 1)
        }
    }

    /// The six bits that a continuation byte carries; nil past the end and for any other byte.
    @inline(__always)
    private func continuation(_ index: Int) -> UInt32? {
        guard index < count, self[index] & 0xC0 == 0x80 else { return nil }
        return UInt32(self[index] & 0x3F)
    }
}
