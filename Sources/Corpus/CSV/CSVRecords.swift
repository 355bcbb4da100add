/// Cuts comma-separated values into records, in the form of RFC 4180: a field in quotes may hold separators, line ends,
/// and quotes that are doubled. Lines may end in any of the usual ways, and empty ones are passed over.
struct CSVRecords {
    /// One record, or why there is none.
    struct Record: Equatable {
        /// The number of its first line, from 1.
        var line: Int
        var fields: Result<[String], Malformed>
    }

    /// What is wrong with a record's quotes.
    enum Malformed: Error, Equatable {
        /// A quote that opens a field is never closed.
        case unclosed
        /// Something stands between a closing quote and the next separator.
        case textAfterQuote
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var index = 0
    private var line: Int
    /// How many unclosed quotes were met. Each costs a pass over the rest, so after some the rest is left alone.
    private var unclosed = 0

    /// Begins at the first line of the text, which has the number `firstLine`.
    init(_ bytes: [UInt8], separator: UInt8, firstLine: Int = 1) {
        self.bytes = bytes
        self.separator = separator
        line = firstLine
    }

    /// The next record; nil at the end. After a malformed one it goes on with the next line.
    mutating func next() -> Record? {
        while index < bytes.count, Self.isLineEnd(bytes[index]) { passLineEnd() }
        guard index < bytes.count, unclosed < 16 else { return nil }
        let (start, first) = (index, line)
        do throws(Malformed) {
            return Record(line: first, fields: .success(try fields()))
        } catch {
            if error == .unclosed {
                (index, line) = (start, first)
                unclosed += 1
            }
            while index < bytes.count, !Self.isLineEnd(bytes[index]) { index += 1 }
            return Record(line: first, fields: .failure(error))
        }
    }

    private mutating func fields() throws(Malformed) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard index < bytes.count, bytes[index] == separator else { break }
            index += 1
        }
        passLineEnd()
        return fields
    }

    private mutating func field() throws(Malformed) -> String {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
            let start = index
            while index < bytes.count, bytes[index] != separator, !Self.isLineEnd(bytes[index]) { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        index += 1
        var content: [UInt8] = []
        while true {
            guard index < bytes.count else { throw .unclosed }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index += 1
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
            } else if Self.isLineEnd(byte) {
                passLineEnd()
                content.append(0x0A)
                continue
            }
            content.append(byte)
            index += 1
        }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index == bytes.count || bytes[index] == separator || Self.isLineEnd(bytes[index]) else {
            throw .textAfterQuote
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// Moves behind a line end, if one is here.
    private mutating func passLineEnd() {
        guard index < bytes.count, Self.isLineEnd(bytes[index]) else { return }
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        index += isPair ? 2 : 1
        line += 1
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
