extension StringProtocol {
    /// The string without white space at both ends.
    func trimmed() -> String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// The string as one line for a title or an id: control characters become spaces, and the ends are trimmed. Nil
    /// when nothing is left.
    package func cleanLine() -> String? {
        // All scalars of the category Cc lie in these two ranges.
        func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) }
        var line = trimmed()
        if line.unicodeScalars.contains(where: isControl) {
            line = String(String.UnicodeScalarView(line.unicodeScalars.map { isControl($0) ? " " : $0 })).trimmed()
        }
        return line.isEmpty ? nil : line
    }
}
