internal import Corpus
internal import FoundationEssentials
internal import SearchIndex

/// The articles of a collection's `docs.jsonl`, in batches of NDJSON as the ingest takes them.
///
/// Of each line only `id`, `title` and `text` are handed on. Where there is no text, the title stands for it, since an
/// index takes no article without text; where there is no title either, the article is left out.
struct CollectionArticles {
    private struct Fields: Encodable {
        var id: String
        var title: String?
        var text: String
    }

    private let path: String
    private let bytes: Data
    private var index: Data.Index
    private var line = 0
    /// The lines on which the ids so far stand.
    private var lines: [String: Int] = [:]
    /// How many articles had neither text nor title.
    private(set) var leftOut = 0

    /// What the ingest is given at once, in bytes: as much as the daemon takes together.
    private static let batchBytes = 4 << 20

    init(_ path: String) throws(EvaluationError) {
        self.path = path
        do { bytes = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) } catch {
            throw EvaluationError("\(path): cannot read the file", hint: "check that it is readable")
        }
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.startIndex + 3 : bytes.startIndex
    }

    /// The next batch, or nil at the end.
    /// - Throws: `EvaluationError`, with file and line.
    mutating func next() throws(EvaluationError) -> ArticleBody? {
        var batch: [UInt8] = []
        let encoder = JSONEncoder()
        while index < bytes.endIndex, batch.count < Self.batchBytes {
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            let record = Array(bytes[index..<end])
            index = min(end + 1, bytes.endIndex)
            line += 1
            guard record.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { continue }
            let article = try fields(of: record)
            guard !article.text.isEmpty else {
                leftOut += 1
                continue
            }
            do { batch += try encoder.encode(article) } catch {
                throw EvaluationError("\(path):\(line): cannot be written as JSON")
            }
            batch.append(UInt8(ascii: "\n"))
        }
        return batch.isEmpty ? nil : ArticleBody(bytes: batch, format: .ndjson, name: path)
    }

    private mutating func fields(of record: [UInt8]) throws(EvaluationError) -> Fields {
        let value: JSONValue
        do { value = try JSONParser.value(of: record, in: record.indices) } catch {
            throw EvaluationError("\(path):\(line): \(error)")
        }
        guard case .object = value else { throw EvaluationError("\(path):\(line): not a JSON object") }
        let id = try id(of: value)
        if let first = lines.updateValue(line, forKey: id) {
            throw EvaluationError(
                "\(path):\(line): the article '\(id)' stands on line \(first) already",
                hint: "give each article an id of its own")
        }
        guard value["title"] != nil || value["text"] != nil else {
            throw EvaluationError(
                "\(path):\(line): neither title nor text", hint: "write \"\" for a text that is empty")
        }
        let title = try string("title", of: value)
        let text = try string("text", of: value)
        return Fields(id: id, title: title.isEmpty ? nil : title, text: text.isEmpty ? title : text)
    }

    private func id(of value: JSONValue) throws(EvaluationError) -> String {
        var text = value["id"]?.string
        if case .number(let number)? = value["id"] { text = number }
        guard let text, !text.isEmpty, !text.contains(where: \.isWhitespace) else {
            throw EvaluationError(
                "\(path):\(line): no id", hint: "\"id\" must be a string without spaces, as qrels.txt has it")
        }
        return text
    }

    /// A member's text; empty when it is absent, null or blank.
    private func string(_ key: String, of value: JSONValue) throws(EvaluationError) -> String {
        guard let member = value[key] else { return "" }
        guard let text = member.string else { throw EvaluationError("\(path):\(line): \"\(key)\" must be a string") }
        return text.contains { !$0.isWhitespace } ? text : ""
    }
}
