/// The 512 bytes before each file of an archive in the POSIX format ustar, which every `tar` reads.
///
/// Numbers are octal text. A size that has no room in eleven octal digits, from 8 GiB on, is in base 256 behind a byte with
/// the highest bit, as GNU and BSD write and read it.
enum TarHeader {
    static let blockSize = 512

    /// What ends an archive.
    static let end = [UInt8](repeating: 0, count: 2 * blockSize)

    /// The header of a regular file that its owner may read and write.
    /// - Parameters: `name` has at most 100 bytes; `bytes` is the file's size, `time` when it was written, in seconds since
    ///   1970.
    static func bytes(name: String, size: Int, time: Int) -> [UInt8] {
        precondition(name.utf8.count <= 100 && size >= 0)
        var header = [UInt8](repeating: 0, count: blockSize)
        func put(_ text: some Sequence<UInt8>, at offset: Int) {
            for (index, byte) in text.enumerated() { header[offset + index] = byte }
        }
        put(name.utf8, at: 0)
        put(octal(0o600, digits: 7), at: 100)
        put(octal(0, digits: 7), at: 108)
        put(octal(0, digits: 7), at: 116)
        put(size < 1 << 33 ? octal(size, digits: 11) : base256(size, count: 12), at: 124)
        put(octal(time, digits: 11), at: 136)
        // The checksum is of the header with spaces in its own place.
        put([UInt8](repeating: 0x20, count: 8), at: 148)
        put("0".utf8, at: 156)
        put("ustar\u{0}00".utf8, at: 257)
        put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + [0, 0x20], at: 148)
        return header
    }

    /// How many zeros fill up the last block of a file.
    static func padding(size: Int) -> Int { (blockSize - size % blockSize) % blockSize }

    /// The bytes that a file takes up in an archive, header and all.
    static func room(size: Int) -> Int { blockSize + size + padding(size: size) }

    private static func octal(_ number: Int, digits: Int) -> [UInt8] {
        let text = String(max(0, number), radix: 8)
        return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
    }

    private static func base256(_ number: Int, count: Int) -> [UInt8] {
        let bytes = withUnsafeBytes(of: number.bigEndian) { Array($0) }
        return [0x80] + [UInt8](repeating: 0, count: count - 1 - bytes.count) + bytes
    }
}
