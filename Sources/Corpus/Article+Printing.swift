extension Article: CustomStringConvertible {
    /// The printable form that tests compare: one `name: value` line a field that is set, an empty line, the text.
    package var description: String {
        var lines = ["id: \(id)"]
        func add(_ name: String, _ value: String?) {
            if let value { lines.append("\(name): \(value)") }
        }
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { lines.append("\(name): \(values.joined(separator: " | "))") }
        }
        add("title", title)
        add("date", date?.description)
        add("dateline", dateline)
        add("source", source)
        add("url", url)
        add("section", section)
        add("language", language)
        add("authors", authors)
        add("tags", tags)
        add("entities", entities.map { "\($0.type) \($0.name)" + ($0.range.map(Self.printed) ?? "") })
        add("passages", passages.map { $0.map(Self.printed).joined(separator: " ") })
        return lines.joined(separator: "\n") + "\n\n" + text
    }

    private static func printed(_ range: Range<Int>) -> String { "[\(range.lowerBound),\(range.upperBound))" }
}
