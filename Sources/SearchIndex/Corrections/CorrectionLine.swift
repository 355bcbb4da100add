/// One correction as a line with tabs between: `verb, name, into, conditions…`, as people read it and write it.
///
/// A tab, a line end and a backslash in a name are written `\t`, `\n` and `\\`.
enum CorrectionLine {
    static func text(_ correction: Correction) -> String {
        ([correction.verb.rawValue, correction.subject, correction.target ?? ""] + correction.articles)
            .map(escaped).joined(separator: "\t")
    }

    /// - Throws: `SearchIndexError.badCorrection`.
    static func correction(_ columns: some Collection<Substring>) throws(SearchIndexError) -> Correction {
        let columns = columns.map(unescaped)
        guard columns.count >= 2 else {
            throw SearchIndexError(.badCorrection, "a correction has at least a verb and a name")
        }
        let into = columns.count > 2 && !columns[2].isEmpty ? columns[2] : nil
        return try Correction(
            verb: columns[0], name: columns[1], into: into, where: columns.dropFirst(3).filter { !$0.isEmpty })
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t": escaped += "\\t"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\\": escaped += "\\\\"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func unescaped(_ text: Substring) -> String {
        var unescaped = ""
        var rest = text.unicodeScalars.makeIterator()
        while let scalar = rest.next() {
            guard scalar == "\\", let letter = rest.next() else {
                unescaped.unicodeScalars.append(scalar)
                continue
            }
            switch letter {
            case "t": unescaped += "\t"
            case "n": unescaped += "\n"
            case "r": unescaped += "\r"
            default: unescaped.unicodeScalars.append(letter)
            }
        }
        return unescaped
    }
}
