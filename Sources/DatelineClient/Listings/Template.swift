/// What `--template` prints for each row: text, and columns by their names in braces.
///
/// `{date}\t{title}\n`; `\t`, `\n`, `\r`, `\0` and `\\` are what they are elsewhere, `{{` and `}}` are braces. Nothing is
/// added: a line ends where the template ends it.
package struct Template: Equatable, Sendable {
    enum Piece: Equatable, Sendable {
        case text(String)
        case column(String)
    }

    let pieces: [Piece]

    /// - Throws: ``ClientError`` with the code `usage`: a brace or a backslash that means nothing.
    package init(_ source: String) throws(ClientError) {
        var pieces: [Piece] = []
        var text = ""
        var rest = Substring(source)
        while let character = rest.popFirst() {
            switch character {
            case "\\": text += try Self.escape(rest.popFirst())
            case "{" where rest.first == "{", "}" where rest.first == "}": text.append(rest.removeFirst())
            case "{":
                guard let end = rest.firstIndex(of: "}") else {
                    throw .usage("the template has a { without a }", hint: "write {{ for a brace")
                }
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(.column(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            case "}": throw .usage("the template has a } without a {", hint: "write }} for a brace")
            default: text.append(character)
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        self.pieces = pieces
    }

    private static func escape(_ letter: Character?) throws(ClientError) -> String {
        switch letter {
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "0": return "\0"
        case "\\": return "\\"
        default:
            throw .usage(
                "the template has \\\(letter.map(String.init) ?? "") in it",
                hint: #"known are \t, \n, \r, \0, and \\ for a backslash"#)
        }
    }
}
