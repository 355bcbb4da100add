/// Turns the bytes of a file into text.
enum TextDecoding {
    /// The text of the bytes, without byte order mark.
    ///
    /// UTF-16 needs a byte order mark. Bytes that are not UTF-8 are read as Windows-1252, which old files of newsrooms
    /// are in, when `allowsLegacy` and all of them are printable there.
    /// - Throws: `ReaderError` with code `empty`, `notText` or `invalidUTF8`
    static func text(of bytes: [UInt8], allowsLegacy: Bool) throws(ReaderError) -> String {
        if let text = utf16(bytes) {
            if text.utf8.contains(0) { throw .notText }
            return try nonEmpty(text)
        }
        try refuseBinary(bytes)
        let body = bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        if let text = String(validating: body, as: UTF8.self) { return try nonEmpty(text) }
        if allowsLegacy, let text = windows1252(body) { return try nonEmpty(text) }
        throw ReaderError(
            .invalidUTF8, "the bytes are not UTF-8",
            hint: "convert the file, for example with iconv -t UTF-8")
    }

    /// The text with `\n` for every line end.
    static func withUnixLineEnds(_ text: String) -> String {
        let bytes = text.utf8.span
        guard bytes.indices.contains(where: { bytes[$0] == 0x0D }) else { return text }
        var unix: [UInt8] = []
        unix.reserveCapacity(bytes.count)
        for index in bytes.indices {
            if bytes[index] == 0x0D {
                unix.append(0x0A)
            } else if bytes[index] != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
                unix.append(bytes[index])
            }
        }
        return String(decoding: unix, as: UTF8.self)
    }

    private static func nonEmpty(_ text: String) throws(ReaderError) -> String {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .noText }
        return text
    }

    private static func utf16(_ bytes: [UInt8]) -> String? {
        let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
        guard isBigEndian || bytes.starts(with: [0xFF, 0xFE]) else { return nil }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? a << 8 | b : b << 8 | a
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func refuseBinary(_ bytes: [UInt8]) throws(ReaderError) {
        var controls = 0
        var hasNul = false
        for byte in bytes where byte < 0x20 {
            if byte == 0 { hasNul = true }
            if byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D { controls += 1 }
        }
        if hasNul || controls > bytes.count / 10 { throw .notText }
    }

    /// The text in Windows code page 1252; nil when a byte has no printable character there.
    private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String? {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            guard byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte), let scalar = windows1252(byte) else {
                return nil
            }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// The character of one byte in Windows code page 1252; nil for the five bytes that have none.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        let upper: [UInt16] = [
            0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
            0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
        ]
        let value = upper[Int(byte) - 0x80]
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}

extension ReaderError {
    fileprivate static let notText = ReaderError(
        .notText, "the bytes are not text",
        hint: "an archive or an office file must be unpacked or exported as text; UTF-16 needs a byte order mark")
    static let noText = ReaderError(.empty, "the article has no text")
}
