/// Reads what `ByteWriter` wrote. Every method throws `SearchIndexError.corrupt` instead of reading past the end.
struct ByteReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func readInteger() throws(SearchIndexError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw .corrupt("a stored record ends early")
    }

    /// A length, an offset or a count: an integer that fits 32 bits.
    mutating func readCount() throws(SearchIndexError) -> Int {
        let value = try readInteger()
        guard value <= UInt64(UInt32.max) else { throw .corrupt("a stored record holds an impossible length") }
        return Int(value)
    }

    mutating func readString() throws(SearchIndexError) -> String { try readString(length: readCount()) }

    mutating func readOptionalString() throws(SearchIndexError) -> String? {
        let length = try readCount()
        return length == 0 ? nil : try readString(length: length - 1)
    }

    mutating func readStrings() throws(SearchIndexError) -> [String] {
        let count = try readCount()
        var texts: [String] = []
        for _ in 0..<count { texts.append(try readString()) }
        return texts
    }

    private mutating func readString(length: Int) throws(SearchIndexError) -> String {
        guard length <= bytes.count - offset else { throw .corrupt("a stored record ends early") }
        defer { offset += length }
        return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
    }
}
