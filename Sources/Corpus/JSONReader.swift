/// Reads articles from JSON objects. Unknown fields are ignored; a known field of a wrong type is an error that names
/// it.
struct JSONReader {
    /// The article of one object, not yet checked by `ArticleReader.finished`.
    /// - Throws: `ReaderError`
    static func article(from value: JSONValue) throws(ReaderError) -> Article {
        guard case .object = value else {
            throw ReaderError(.invalidJSON, "an article must be a JSON object")
        }
        let object = JSONReader(object: value)
        var article = Article(id: try object.id() ?? "", text: "")
        article.title = try object.string("title")
        article.date = try object.day("date")
        article.dateline = try object.string("dateline")
        article.source = try object.string("source")
        article.url = try object.string("url")
        article.section = try object.string("section")
        article.language = try object.string("language")
        article.authors = try object.strings(value["authors"] == nil ? "author" : "authors")
        article.tags = try object.strings("tags")
        let leading = try object.readText(into: &article)
        article.entities = try object.entities(in: article.text, shiftedBy: leading)
        return article
    }

    let object: JSONValue

    private func id() throws(ReaderError) -> String? {
        if case .number(let number)? = object["id"] { return number }
        return try string("id")
    }

    /// A field's line of text; nil when it is absent, null or blank.
    private func string(_ field: String) throws(ReaderError) -> String? {
        guard let value = object[field] else { return nil }
        guard let string = value.string else { throw .wrongType(field, "a string") }
        return string.cleanLine()
    }

    /// A field's list of strings, which may be given as one string.
    private func strings(_ field: String) throws(ReaderError) -> [String] {
        guard let value = object[field] else { return [] }
        var strings: [String] = []
        for element in value.elements {
            guard let string = element.string else { throw .wrongType(field, "an array of strings") }
            if let line = string.cleanLine() { strings.append(line) }
        }
        return strings
    }

    private func day(_ field: String) throws(ReaderError) -> CalendarDay? {
        var text: String?
        if case .number(let number)? = object[field] { text = number } else { text = try string(field) }
        guard let text else { return nil }
        guard let day = DateText.day(text) else {
            throw ReaderError(.invalidField, "\"\(field)\" is not a day", hint: "write it as 2025-08-02")
        }
        return day
    }
}

extension JSONReader {
    /// Sets text and passages, from `passages` when it is there, else from `text`. Returns the bytes of white space cut
    /// from the start of `text`, or nil when offsets into the given text mean nothing any more.
    private func readText(into article: inout Article) throws(ReaderError) -> Int? {
        if let given = object["passages"] {
            guard case .array(let elements) = given else { throw .wrongType("passages", "an array of strings") }
            var passages: [String] = []
            for element in elements {
                guard let text = element.string else { throw .wrongType("passages", "an array of strings") }
                let passage = TextDecoding.withUnixLineEnds(text).trimmed()
                if !passage.isEmpty { passages.append(passage) }
            }
            article.text = passages.joined(separator: "\n\n")
            article.passages = Self.ranges(of: passages)
            return nil
        }
        guard let given = object["text"] else {
            throw ReaderError(.missingField, "the article has neither \"text\" nor \"passages\"")
        }
        guard let text = given.string else { throw .wrongType("text", "a string") }
        let unix = TextDecoding.withUnixLineEnds(text)
        article.text = unix.trimmed()
        guard unix.utf8.count == text.utf8.count else { return nil }
        return unix.unicodeScalars.prefix { $0.properties.isWhitespace }.reduce(0) { $0 + UTF8.width($1) }
    }

    /// The ranges of strings joined by empty lines; each separator belongs to the passage before it.
    private static func ranges(of passages: [String]) -> [Range<Int>] {
        var start = 0
        return passages.enumerated().map { index, passage in
            defer { start += passage.utf8.count + 2 }
            return start..<start + passage.utf8.count + (index < passages.count - 1 ? 2 : 0)
        }
    }
}

extension ReaderError {
    static func wrongType(_ field: String, _ expected: String) -> ReaderError {
        ReaderError(.invalidField, "\"\(field)\" must be \(expected)")
    }
}
