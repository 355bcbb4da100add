extension JSONParser {
    /// The string whose opening quote is at `index`.
    mutating func string() throws(Failure) -> String {
        index += 1
        let start = run()
        // Most strings have no escape and are taken as they are.
        if index < end, bytes[index] == UInt8(ascii: "\"") { return try validated(bytes[start..<closing()]) }
        var output = Array(bytes[start..<index])
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return try validated(output[...])
            case UInt8(ascii: "\\"):
                index += 1
                try escape(into: &output)
            default:
                throw .expected("control characters to be escaped")
            }
            let start = run()
            output.append(contentsOf: bytes[start..<index])
        }
        throw .expected("a closing quote")
    }

    /// Goes on to the next quote, backslash or control character, and returns where it came from.
    private mutating func run() -> Int {
        let start = index
        while index < end, bytes[index] >= 0x20, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
        return start
    }

    private mutating func closing() -> Int {
        index += 1
        return index - 1
    }

    private func validated(_ bytes: ArraySlice<UInt8>) throws(Failure) -> String {
        guard let string = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return string
    }

    private mutating func escape(into output: inout [UInt8]) throws(Failure) {
        guard index < end else { throw .expected("an escaped character") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(byte)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "u"):
            let scalar = try escapedScalar()
            if scalar.value != 0 { output.append(contentsOf: String(scalar).utf8) }
        default:
            index -= 1
            throw .expected("a known escape after the backslash")
        }
    }

    /// The scalar of `\uXXXX`, or of two of them that are a surrogate pair.
    private mutating func escapedScalar() throws(Failure) -> Unicode.Scalar {
        let unit = try hexDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let afterFirst = index
        if unit < 0xDC00, index + 1 < end, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") {
            index += 2
            let second = try hexDigits()
            if (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
            index = afterFirst
        }
        return "\u{FFFD}"
    }

    private mutating func hexDigits() throws(Failure) -> UInt32 {
        guard end - index >= 4 else { throw .expected("four hexadecimal digits") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
                throw .expected("a hexadecimal digit")
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
