/// Reads the attributes of a tag.
enum HTMLAttributes {
    /// Values by name in lower case, references resolved. Of a name given twice the first counts, as in browsers.
    static func read(_ bytes: [UInt8], _ range: Range<Int>) -> [String: String] {
        var attributes: [String: String] = [:]
        var index = range.lowerBound
        while index < range.upperBound {
            if isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "=") {
                index += 1
                continue
            }
            let name = take(bytes, &index, range) { isSpace($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "/") }
            _ = take(bytes, &index, range) { !isSpace($0) }
            var value: ArraySlice<UInt8> = []
            if index < range.upperBound, bytes[index] == UInt8(ascii: "=") {
                index += 1
                _ = take(bytes, &index, range) { !isSpace($0) }
                value = takeValue(bytes, &index, range)
            }
            let key = String(decoding: name, as: UTF8.self).lowercased()
            if attributes[key] == nil {
                attributes[key] = String(decoding: HTMLEntities.decoded(Array(value)), as: UTF8.self)
            }
        }
        return attributes
    }

    private static func takeValue(_ bytes: [UInt8], _ index: inout Int, _ range: Range<Int>) -> ArraySlice<UInt8> {
        guard index < range.upperBound, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            return take(bytes, &index, range, until: isSpace)
        }
        let quote = bytes[index]
        index += 1
        let value = take(bytes, &index, range) { $0 == quote }
        index += 1
        return value
    }

    private static func take(
        _ bytes: [UInt8], _ index: inout Int, _ range: Range<Int>, until isEnd: (UInt8) -> Bool
    ) -> ArraySlice<UInt8> {
        let start = index
        while index < range.upperBound, !isEnd(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
