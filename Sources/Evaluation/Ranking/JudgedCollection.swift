/// A folder with articles, queries and judgments of which article answers which query.
///
/// `docs.jsonl` has an article a line, `{"id","title","text"}`; `queries.tsv` lines of id, tab, text; `qrels.txt` lines
/// of TREC's form, `query iteration article grade`, separated by white space.
package struct JudgedCollection: Sendable {
    package let folder: String
    /// The queries that some article answers, in the order of their file.
    package let queries: [JudgedQuery]

    /// Reads queries and judgments; the articles are read one by one when they are indexed. Blocks.
    ///
    /// Judgments of queries that the folder does not have are passed over; of two judgments of one article the later
    /// counts.
    /// - Throws: `EvaluationError`, with file and line.
    package init(folder: String) throws(EvaluationError) {
        self.folder = folder
        let judgments = "\(folder)/qrels.txt"
        let grades = try Self.grades(of: try LabelledFile.contents(judgments), name: judgments)
        let file = "\(folder)/queries.tsv"
        queries = try Self.queries(of: try LabelledFile.contents(file), name: file)
            .map { JudgedQuery(id: $0.id, text: $0.text, grades: grades[$0.id] ?? [:]) }
            .filter(\.isAnswered)
        guard !queries.isEmpty else {
            throw EvaluationError(
                "\(folder): no query has a relevant article",
                hint: "the first column of qrels.txt must have the ids of queries.tsv")
        }
    }

    /// The articles, one batch after the other.
    /// - Throws: `EvaluationError` when their file cannot be read.
    func articles() throws(EvaluationError) -> CollectionArticles { try CollectionArticles("\(folder)/docs.jsonl") }
}

extension JudgedCollection {
    /// Queries from lines of id, tab, text.
    private static func queries(of contents: String, name: String) throws(EvaluationError)
        -> [(id: String, text: String)]
    {
        var queries: [(id: String, text: String)] = []
        var lines: [String: Int] = [:]
        for line in NumberedLine.all(of: contents) {
            let parts = line.text.unicodeScalars.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            let id = String(parts[0])
            guard parts.count == 2, !id.isEmpty, !id.contains(where: \.isWhitespace) else {
                throw EvaluationError(
                    "\(name):\(line.number): no id with a query", hint: "write an id without spaces, a tab, the query")
            }
            if let first = lines.updateValue(line.number, forKey: id) {
                throw EvaluationError(
                    "\(name):\(line.number): the query '\(id)' stands on line \(first) already",
                    hint: "give each query an id of its own")
            }
            queries.append((id, String(parts[1])))
        }
        return queries
    }

    /// Grades by query and article.
    private static func grades(of contents: String, name: String) throws(EvaluationError) -> [String: [String: Int]] {
        var grades: [String: [String: Int]] = [:]
        for line in NumberedLine.all(of: contents) {
            let columns = line.text.split(whereSeparator: \.isWhitespace)
            guard columns.count == 4, let grade = Int(columns[3]) else {
                throw EvaluationError(
                    "\(name):\(line.number): no judgment",
                    hint: "write query, iteration, article and a whole number as its grade")
            }
            grades[String(columns[0]), default: [:]][String(columns[2])] = grade
        }
        return grades
    }
}
