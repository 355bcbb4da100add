/// Reads articles from bytes, whatever form they arrive in.
package enum ArticleReader {
    /// An article of more bytes than this is refused.
    package static let maximumBytes = 64 << 20

    /// An id of more bytes than this is refused.
    package static let maximumIDBytes = 1_024

    /// One article from the bytes of one file (plain, Markdown, HTML) or from one JSON object (JSON, one NDJSON line);
    /// of other formats the first.
    ///
    /// `name` is the file's name or path, which becomes the id when the content gives none. Text of a file begins with
    /// its story: title, metadata and the `date …` mark are taken out of it, the dateline stays.
    /// - Throws: `ReaderError`
    package static func article(
        from bytes: [UInt8], format: ArticleFormat, name: String?
    ) throws(ReaderError) -> Article {
        try refuseOversize(bytes.count)
        switch format {
        case .plain: return try finished(PlainReader.article(from: try text(bytes)), name: name, file: name)
        case .markdown: return try finished(MarkdownReader.article(from: try text(bytes)), name: name, file: name)
        case .html: return try finished(HTMLReader.article(from: try text(bytes)), name: name, file: name)
        case .json, .ndjson:
            let bytes = try jsonBytes(bytes)
            let value = try JSONParser.value(of: bytes, in: bytes.indices)
            return try article(from: value, name: name, file: name)
        case .csv, .xml, .sgml:
            guard let first = articles(from: bytes, format: format, name: name).first else { throw .noText }
            return try first.get()
        }
    }

    /// Every article of a body, in order, each read on its own so that one bad record does not stop the rest.
    ///
    /// JSON may hold one object or an array of objects; NDJSON one a line, blank lines skipped; CSV one a record; XML
    /// and SGML as many as they like; the other formats hold one article. Errors of NDJSON, CSV, XML and SGML carry the
    /// line number, counted from `firstLine`. A record without id or url is named `name:line` in NDJSON and CSV, and
    /// `name:ordinal` in an array, or in XML and SGML with several.
    package static func articles(
        from bytes: [UInt8], format: ArticleFormat, name: String?, firstLine: Int = 1
    ) -> [Result<Article, ReaderError>] {
        do throws(ReaderError) {
            switch format {
            case .plain, .markdown, .html: return [.success(try article(from: bytes, format: format, name: name))]
            case .json: return try jsonArticles(bytes, name: name)
            case .ndjson:
                if bytes.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) { return [] }
                return lineArticles(try jsonBytes(bytes), name: name, firstLine: firstLine)
            case .csv:
                try refuseOversize(bytes.count)
                let found = try CSVReader.articles(from: try text(bytes), firstLine: firstLine)
                return records(
                    found.map { record in (record.line, name.map { "\($0):\(record.line)" }, record.article) })
            case .xml, .sgml:
                try refuseOversize(bytes.count)
                let found = try MarkupArticles.articles(from: try markup(bytes))
                return records(
                    found.enumerated().map { index, record in
                        let own = found.count == 1 ? name : name.map { "\($0):\(index + 1)" }
                        return (record.line, own, record.article)
                    }, file: found.count == 1 ? name : nil)
            }
        } catch {
            return [.failure(error)]
        }
    }

    static func text(_ bytes: [UInt8]) throws(ReaderError) -> String {
        TextDecoding.withUnixLineEnds(try TextDecoding.text(of: bytes, allowsLegacy: true))
    }
}

extension ArticleReader {
    typealias Outcome = Result<Article, ReaderError>

    private static func jsonArticles(_ bytes: [UInt8], name: String?) throws(ReaderError) -> [Outcome] {
        let bytes = try jsonBytes(bytes)
        let value = try JSONParser.value(of: bytes, in: bytes.indices)
        guard case .array(let elements) = value else {
            return [.success(try article(from: value, name: name, file: name))]
        }
        return elements.enumerated().map { index, element in
            do throws(ReaderError) {
                return .success(try article(from: element, name: name.map { "\($0):\(index + 1)" }))
            } catch {
                var error = error
                error.message = "article \(index + 1) of the array: \(error.message)"
                return .failure(error)
            }
        }
    }

    private static func lineArticles(_ bytes: [UInt8], name: String?, firstLine: Int) -> [Outcome] {
        var results: [Outcome] = []
        var line = firstLine
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            if !bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                do throws(ReaderError) {
                    let value = try JSONParser.value(of: bytes, in: start..<end)
                    results.append(.success(try article(from: value, name: name.map { "\($0):\(line)" })))
                } catch {
                    var error = error
                    error.line = line
                    results.append(.failure(error))
                }
            }
            start = end + 1
            line += 1
        }
        return results
    }

    private static func article(
        from value: JSONValue, name: String?, file: String? = nil
    ) throws(ReaderError) -> Article {
        var article = try JSONReader.article(from: value)
        if article.id.isEmpty { article.id = article.url ?? "" }
        return try finished(article, name: name, file: file)
    }

    /// JSON bytes in UTF-8 without byte order mark. That they are UTF-8 is checked string by string in the parser.
    private static func jsonBytes(_ bytes: [UInt8]) throws(ReaderError) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        // Anything that cannot open a JSON text is looked at more closely, for an error that says what it is.
        switch bytes.first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return bytes
        default: return Array(try TextDecoding.text(of: bytes, allowsLegacy: false).utf8)
        }
    }

    static func refuseOversize(_ count: Int) throws(ReaderError) {
        guard count > maximumBytes else { return }
        throw ReaderError(
            .tooLarge, "the article has \(count) bytes, more than \(maximumBytes)",
            hint: "split it into several articles")
    }

    /// The article with a clean text and title and an id, or an error when it can have none of these.
    ///
    /// - Parameter file: The name of the file, when it holds nothing else.
    static func finished(_ article: Article, name: String?, file: String?) throws(ReaderError) -> Article {
        var article = article
        article.text = article.text.trimmed()
        try refuseOversize(article.text.utf8.count)
        if article.text.isEmpty { throw .noText }
        article.dateline = article.dateline ?? Dateline.find(in: article.text)?.cleanLine()
        article.date = article.date ?? day(of: article, file: file)
        article.id = article.id.cleanLine() ?? name?.cleanLine() ?? ""
        if article.id.isEmpty {
            article.id = article.url ?? StableHash((article.title ?? "") + "\n\n" + article.text).description
        }
        if article.id.utf8.count > maximumIDBytes {
            throw ReaderError(
                .tooLong, "the id has \(article.id.utf8.count) bytes, more than \(maximumIDBytes)",
                hint: "give the article a shorter id")
        }
        return article
    }

    /// The day of an article whose metadata gives none: the first of these places that has one counts. `docs/ARTICLES.md`
    /// lists them.
    private static func day(of article: Article, file: String?) -> CalendarDay? {
        article.dateline.flatMap(DateText.onlyDay) ?? file.flatMap(PathDate.day(ofFile:))
            ?? article.url.flatMap(PathDate.day(ofAddress:)) ?? OpeningDate.day(in: article.text)
    }
}
