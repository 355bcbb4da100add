extension Article {
    /// Sets the field that a header line, front matter or a web page calls `name`; fields already set and unknown names
    /// are left alone. A single value for a list is cut at commas. Returns whether the name is known.
    ///
    /// Dates that cannot be read are ignored: such metadata is often only meant for people.
    @discardableResult
    mutating func setField(_ name: String, _ values: [String]) -> Bool {
        let values = values.compactMap { $0.cleanLine() }
        func keep(_ field: inout String?) { field = field ?? values.first }
        switch name.lowercased() {
        case "id": id = id.isEmpty ? values.first ?? "" : id
        case "title", "headline": keep(&title)
        case "date", "published", "pubdate", "publishdate", "datepublished":
            date = date ?? values.first.flatMap(DateText.day)
        case "dateline": keep(&dateline)
        case "source", "publisher": keep(&source)
        case "url", "link", "canonical": keep(&url)
        case "section", "category": keep(&section)
        case "language", "lang": keep(&language)
        case "author", "authors", "byline":
            if authors.isEmpty { authors = values.count == 1 ? Self.names(values[0]) : values }
        case "tag", "tags", "keywords": if tags.isEmpty { tags = values.count == 1 ? Self.list(values[0]) : values }
        default: return false
        }
        return true
    }

    /// `By Ann Lee, Bo Li and Cy Roe` as three names.
    static func names(_ text: String) -> [String] {
        let text = text.lowercased().hasPrefix("by ") ? String(text.dropFirst(3)) : text
        return list(text).flatMap { part in
            var names: [String] = []
            var words: [Substring] = []
            for word in part.split(separator: " ") {
                if word == "and" {
                    names.append(words.joined(separator: " "))
                    words = []
                } else {
                    words.append(word)
                }
            }
            return (names + [words.joined(separator: " ")]).filter { !$0.isEmpty }
        }
    }

    private static func list(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == "," || $0 == ";" }).compactMap { $0.cleanLine() }
    }
}
