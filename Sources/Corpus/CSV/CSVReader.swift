/// Reads articles from comma-separated values, one a record. The first record names the fields, which are those of an
/// article in JSON; other columns are ignored, and so are empty cells.
///
/// What separates the fields is found out from the first record: comma, semicolon or tab. Lists (`authors`, `tags`) are
/// cut at semicolons, or else at commas; `entities` and `passages` hold JSON.
struct CSVReader {
    /// One article, or why it cannot be read, and the number of its first line.
    typealias Outcome = (line: Int, article: Result<Article, ReaderError>)

    /// The articles of a text, not yet checked by `ArticleReader.finished`.
    /// - Throws: `ReaderError` when the first record does not say what the columns are.
    static func articles(from text: String, firstLine: Int) throws(ReaderError) -> [Outcome] {
        let bytes = Array(text.utf8)
        var records = CSVRecords(bytes, separator: separator(of: bytes), firstLine: firstLine)
        var header = records.next()
        // Spreadsheets may write `sep=;` above.
        if case .success(let fields)? = header?.fields, fields.count <= 2, fields[0].lowercased().hasPrefix("sep=") {
            header = records.next()
        }
        guard let header, case .success(let names) = header.fields else {
            throw ReaderError(
                .invalidCSV, "the first record is not a list of names", hint: hint, line: header?.line ?? firstLine)
        }
        let reader = CSVReader(columns: names.map(field))
        guard reader.columns.contains("text") || reader.columns.contains("passages") else {
            throw ReaderError(.invalidCSV, "no column is named \"text\"", hint: hint, line: header.line)
        }
        var outcomes: [Outcome] = []
        while let record = records.next() {
            let article = Result { () throws(ReaderError) in try reader.article(from: record) }
            outcomes.append((record.line, article))
        }
        return outcomes
    }

    private static let hint = "its first line names the columns, for example id,title,date,text"

    /// The field of an article that each column holds; nil for one that is ignored.
    private let columns: [String?]

    private func article(from record: CSVRecords.Record) throws(ReaderError) -> Article {
        let fields: [String]
        switch record.fields {
        case .success(let found): fields = found
        case .failure(.unclosed):
            throw ReaderError(
                .invalidCSV, "a quote that opens a field is never closed", hint: "double a quote inside a field",
                line: record.line)
        case .failure(.textAfterQuote):
            throw ReaderError(
                .invalidCSV, "text follows the quote that closes a field", hint: "double a quote inside a field",
                line: record.line)
        }
        guard fields.count == columns.count else {
            throw ReaderError(
                .invalidCSV, "the record has \(fields.count) fields, the first one \(columns.count)",
                hint: "put a field that holds the separator in quotes", line: record.line)
        }
        do throws(ReaderError) {
            return try JSONReader.article(from: try object(fields))
        } catch {
            var error = error
            error.line = record.line
            throw error
        }
    }

    private func object(_ fields: [String]) throws(ReaderError) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        for (name, field) in zip(columns, fields) {
            guard let name, field.cleanLine() != nil, !members.contains(where: { $0.key == name }) else { continue }
            switch name {
            case "authors", "tags": members.append((name, .array(Self.list(field).map { .string($0) })))
            case "entities", "passages":
                let bytes = Array(field.utf8)
                members.append((name, try JSONParser.value(of: bytes, in: bytes.indices)))
            default: members.append((name, .string(field)))
            }
        }
        return .object(members)
    }

    private static func list(_ field: String) -> [String] {
        let separator: Character = field.contains(";") ? ";" : ","
        return field.split(separator: separator).compactMap { $0.cleanLine() }
    }

    private static func field(named name: String) -> String? {
        let name = name.trimmed().lowercased()
        if let other = otherNames[name] { return other }
        return fieldNames.contains(name) ? name : nil
    }

    private static let fieldNames: Set<String> = [
        "id", "title", "text", "date", "dateline", "source", "url", "section", "language", "authors", "tags",
        "entities", "passages",
    ]

    /// What exports of other programs call the same.
    private static let otherNames = [
        "headline": "title", "body": "text", "content": "text", "published": "date", "pubdate": "date",
        "publisher": "source", "link": "url", "category": "section", "lang": "language", "author": "authors",
        "byline": "authors", "keywords": "tags",
    ]

    /// Comma, semicolon or tab: the one that is most often in the first line, outside of quotes.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        let line = bytes.drop { $0 == 0x0A || $0 == 0x0D }
        for byte in line {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == 0x0A || byte == 0x0D, !isQuoted { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let known = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        return known.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? known[0]
    }
}
