/// Lines of columns with tabs between them.
enum TabSeparated {
    /// The lines, each with its line end.
    static func render(_ rows: [[String]]) -> String {
        rows.map { $0.map(escape).joined(separator: "\t") + "\n" }.joined()
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
