/// Parses JSON text (RFC 8259) over bytes.
///
/// It exists because FoundationEssentials' decoder names no place of an error, refuses a record for one lone surrogate,
/// and takes the first of two equal keys. Here NUL characters are dropped from strings, a surrogate without its partner
/// becomes U+FFFD, and the last of equal keys counts.
package struct JSONParser {
    /// Arrays and objects inside one another beyond this depth are refused, so that no input exhausts the stack.
    static let maximumDepth = 64

    let bytes: [UInt8]
    let end: Int
    var index: Int
    private var depth = 0

    /// The one value that `bytes[range]` holds.
    /// - Throws: `ReaderError` with code `invalidJSON` or `invalidUTF8`
    package static func value(of bytes: [UInt8], in range: Range<Int>) throws(ReaderError) -> JSONValue {
        var parser = JSONParser(bytes: bytes, end: range.upperBound, index: range.lowerBound)
        let start = range.lowerBound
        do throws(Failure) {
            let value = try parser.value()
            if parser.next() != nil { throw Failure.expected("the end") }
            return value
        } catch {
            switch error {
            case .expected(let what):
                throw ReaderError(.invalidJSON, "not JSON at byte \(parser.index - start): expected \(what)")
            case .tooDeep:
                throw ReaderError(.invalidJSON, "JSON more than \(maximumDepth) levels deep")
            case .notUTF8:
                throw ReaderError(
                    .invalidUTF8, "not UTF-8 in the string before byte \(parser.index - start)",
                    hint: "JSON is always UTF-8; convert the file, for example with iconv")
            }
        }
    }

    private init(bytes: [UInt8], end: Int, index: Int) {
        self.bytes = bytes
        self.end = end
        self.index = index
    }

    enum Failure: Error {
        case expected(String)
        case tooDeep, notUTF8
    }

    /// The next byte after white space, which is not consumed; nil at the end.
    private mutating func next() -> UInt8? {
        while index < end {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return bytes[index]
            }
        }
        return nil
    }

    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value() throws(Failure) -> JSONValue {
        switch next() {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try nested { (parser) throws(Failure) in .object(try parser.members()) }
        case UInt8(ascii: "["): return try nested { (parser) throws(Failure) in .array(try parser.elements()) }
        case UInt8(ascii: "-"): return .number(try number())
        case .some(let byte) where byte &- 0x30 < 10: return .number(try number())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: throw .expected("a value")
        }
    }

    private mutating func nested(
        _ body: (inout JSONParser) throws(Failure) -> JSONValue
    ) throws(Failure) -> JSONValue {
        index += 1
        depth += 1
        if depth > Self.maximumDepth { throw .tooDeep }
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func members() throws(Failure) -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = []
        if accept("}") { return members }
        repeat {
            guard next() == UInt8(ascii: "\"") else { throw .expected("a key in quotes") }
            let key = try string()
            guard accept(":") else { throw .expected("a colon") }
            members.append((key, try value()))
        } while accept(",")
        guard accept("}") else { throw .expected("a comma or a closing brace") }
        return members
    }

    private mutating func elements() throws(Failure) -> [JSONValue] {
        var elements: [JSONValue] = []
        if accept("]") { return elements }
        repeat { elements.append(try value()) } while accept(",")
        guard accept("]") else { throw .expected("a comma or a closing bracket") }
        return elements
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        let text = String(describing: word)
        guard bytes[index..<end].starts(with: text.utf8) else { throw .expected(text) }
        index += text.utf8.count
        return value
    }

    private mutating func number() throws(Failure) -> String {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let first = index
        try digits()
        if bytes[first] == UInt8(ascii: "0"), index - first > 1 { throw .expected("a number without leading zeros") }
        if index < end, bytes[index] == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(Failure) {
        let start = index
        while index < end, bytes[index] &- 0x30 < 10 { index += 1 }
        if index == start { throw .expected("a digit") }
    }
}
