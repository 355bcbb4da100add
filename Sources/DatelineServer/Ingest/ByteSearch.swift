import Glibc

/// Finds a short pattern in bytes with the C library's `memchr`, which goes through them many at a time: fast where the
/// pattern's first byte is rare, as a carriage return is in lines of JSON.
enum ByteSearch {
    /// Where `pattern`, which is not empty, first stands in `bytes` at or after `start`; nil when it does not.
    static func firstIndex(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        // Safe: both buffers outlive the closures. `memchr` looks at the places from `index` up to `last`, `memcmp` at
        // `pattern.count` bytes from one of them, and `last` is chosen so that these are within `bytes`.
        bytes.withUnsafeBytes { bytes in
            pattern.withUnsafeBytes { pattern in
                guard let base = bytes.baseAddress, let wanted = pattern.baseAddress else { return nil }
                let last = bytes.count - pattern.count
                var index = start
                while index <= last, let found = memchr(base + index, Int32(pattern[0]), last - index + 1) {
                    index = UnsafeRawPointer(found) - base
                    if memcmp(base + index, wanted, pattern.count) == 0 { return index }
                    index += 1
                }
                return nil
            }
        }
    }
}
