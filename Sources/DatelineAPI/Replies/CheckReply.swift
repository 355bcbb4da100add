/// The reply to `POST /v1/admin/check`.
package struct CheckReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// Whether nothing was found.
    package var ok: Bool
    /// Articles whose records read back.
    package var articles: Int
    /// Passages in the database.
    package var passages: Int
    /// What was looked at.
    package var files: [CheckedFile]
    /// What is not as it should be.
    package var problems: [CheckProblem]

    package init(
        index: IndexStamp, tookMs: Double, articles: Int, passages: Int, files: [CheckedFile],
        problems: [CheckProblem]
    ) {
        self.index = index
        self.tookMs = tookMs
        ok = problems.isEmpty
        self.articles = articles
        self.passages = passages
        self.files = files
        self.problems = problems
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, ok, articles, passages, files, problems
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", articles)
            $0.field("files", files)
            $0.field("index", index)
            $0.field("ok", ok)
            $0.field("passages", passages)
            $0.field("problems", problems)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }

    /// For people: a line for each file of the database and how it is, one for the columns, one a problem, and one for
    /// all. Both programs print it.
    package var text: String {
        let damaged = Set(problems.map(\.file))
        func line(_ name: String, _ bytes: Int, _ isDamaged: Bool) -> String {
            "\(name)\t\(bytes) bytes\t\(isDamaged ? "damaged" : "sound")"
        }
        let columns = files.filter { $0.name.hasPrefix("columns/") }
        var lines = files.filter { !$0.name.hasPrefix("columns/") }.map {
            line($0.name, $0.bytes, damaged.contains($0.name))
        }
        if !columns.isEmpty {
            let bytes = columns.reduce(0) { $0 + $1.bytes }
            lines.append(line("columns", bytes, damaged.contains { $0.hasPrefix("columns/") }))
        }
        lines += problems.map { "\($0.file): \($0.message)" + ($0.count > 1 ? " (\($0.count) times)" : "") }
        lines.append(ok ? "sound: \(articles) articles, \(passages) passages" : "damaged: \(remedy)")
        return lines.map { $0 + "\n" }.joined()
    }

    private var remedy: String {
        problems.allSatisfy { $0.file.hasPrefix("columns/") }
            ? "the columns are made anew from the database when the daemon starts"
            : "restore a backup (dateline restore), or index the articles again"
    }
}
