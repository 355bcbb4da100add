/// Lines of columns with tabs between them.
enum TabSeparated {
    /// The lines, each with its line end.
    static func render(_ rows: [[String]]) -> String {
        rows.map { $0.map(escape).joined(separator: "\t") + "\n" }.joined()
    }

    /// The value that `escape` wrote.
    static func unescape(_ text: Substring) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars.makeIterator()
        while let scalar = rest.next() {
            guard scalar == "\\", let letter = rest.next() else {
                result.append(scalar)
                continue
            }
            switch letter {
            case "t": result.append("\t")
            case "n": result.append("\n")
            case "r": result.append("\r")
            default: result.append(letter)
            }
        }
        return String(result)
    }

    /// A value without tabs and line ends.
    static func escape(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return value }
        var result = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
