/// A passage as the user's own recognizer reads it.
struct RecognizerRequest {
    var id: Int
    var text: String
    var title: String?
    var language: String?

    /// One JSON object in plain ASCII and a line end: whatever encoding the program takes its input for, it reads the
    /// same. All four keys are always there.
    var line: [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(text.utf8.count + 128)
        line.append(contentsOf: "{\"id\":\(id),\"title\":".utf8)
        Self.append(title, to: &line)
        line.append(contentsOf: ",\"language\":".utf8)
        Self.append(language, to: &line)
        line.append(contentsOf: ",\"text\":".utf8)
        Self.append(text, to: &line)
        line.append(contentsOf: "}\n".utf8)
        return line
    }

    private static func append(_ text: String?, to line: inout [UInt8]) {
        guard let text else { return line.append(contentsOf: "null".utf8) }
        line.append(UInt8(ascii: "\""))
        for unit in text.utf16 {
            switch unit {
            case 0x22, 0x5C:
                line.append(UInt8(ascii: "\\"))
                line.append(UInt8(unit))
            case 0x20..<0x7F: line.append(UInt8(unit))
            default:
                line.append(contentsOf: "\\u".utf8)
                for shift: UInt16 in [12, 8, 4, 0] { line.append(hexadecimal[Int(unit >> shift & 15)]) }
            }
        }
        line.append(UInt8(ascii: "\""))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
