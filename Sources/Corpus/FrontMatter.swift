/// The metadata block that opens a Markdown file: a small part of YAML between `---` lines, or of TOML between `+++`
/// lines.
///
/// Understood are keys at the start of a line with one scalar (`title: Text`, `title = "Text"`), a list on one line
/// (`tags: [a, "b, c"]`), and in YAML a list of `- item` lines. Everything else, nested keys and tables among it, is
/// ignored.
struct FrontMatter {
    private(set) var fields: [(name: String, values: [String])] = []

    /// Takes the block from the start of `rest`; nil, with `rest` unchanged, when there is none or it is not closed.
    init?(takingFrom rest: inout Substring) {
        var body = rest
        let fence = Self.takeLine(&body)
        guard fence == "---" || fence == "+++" else { return nil }
        let separator: Character = fence == "---" ? ":" : "="
        while !body.isEmpty {
            let line = Self.takeLine(&body)
            if line == fence || (fence == "---" && line == "...") {
                rest = body
                return
            }
            if fence == "+++", line.hasPrefix("[") { break }
            add(line, separator)
        }
        // A TOML table: its keys are not the article's.
        while !body.isEmpty {
            if Self.takeLine(&body) == fence {
                rest = body
                return
            }
        }
        return nil
    }

    private static func takeLine(_ rest: inout Substring) -> String {
        let line = rest.prefix { $0 != "\n" }
        rest = rest[line.endIndex...].dropFirst()
        // Indentation matters, trailing space does not.
        return String(line.reversed().drop(while: \.isWhitespace).reversed())
    }

    private mutating func add(_ line: String, _ separator: Character) {
        if let item = Self.listItem(line) {
            if let last = fields.indices.last, let value = Self.scalar(item) { fields[last].values.append(value) }
            return
        }
        guard let first = line.first, first.isLetter, let end = line.firstIndex(of: separator) else { return }
        let value = line[line.index(after: end)...].trimmed()
        fields.append((line[..<end].trimmed(), Self.values(value)))
    }

    private static func listItem(_ line: String) -> Substring? {
        let text = line.drop(while: { $0 == " " })
        return text.hasPrefix("- ") ? text.dropFirst(2) : nil
    }

    private static func values(_ text: String) -> [String] {
        guard text.hasPrefix("["), let end = text.lastIndex(of: "]") else {
            return scalar(text[...]).map { [$0] } ?? []
        }
        var values: [String] = []
        var start = text.index(after: text.startIndex)
        var quote: Character?
        for index in text[start..<end].indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "," {
                values += [scalar(text[start..<index])].compactMap(\.self)
                start = text.index(after: index)
            }
        }
        return values + [scalar(text[start..<end])].compactMap(\.self)
    }

    /// A scalar without its quotes or the comment behind it; nil when it is empty.
    private static func scalar(_ text: Substring) -> String? {
        let text = text.trimmed()
        var value = text
        if let quote = text.first, quote == "\"" || quote == "'" {
            guard let end = text.dropFirst().lastIndex(of: quote) else { return text }
            value = String(text[text.index(after: text.startIndex)..<end])
            value =
                quote == "'"
                ? value.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
                : value.split(separator: "\\\"", omittingEmptySubsequences: false).joined(separator: "\"")
        } else if let comment = text.firstRange(of: " #") {
            value = text[..<comment.lowerBound].trimmed()
        }
        return value.isEmpty ? nil : value
    }
}
