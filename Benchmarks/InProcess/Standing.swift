import Corpus
import QueryLanguage
import SearchIndex

/// What standing queries cost after each commit: `dateline-bench INDEX TABLES standing`.
///
/// It reads queries from standard input, one a line, then an empty line, then articles as NDJSON, with an empty line after those
/// that are one commit. After each commit all queries are checked against it. `Benchmarks/watch.py` makes such input.
struct Standing {
    let index: Index

    /// Prints a line for each commit: `articles⇥passages⇥run⇥matches⇥ms`. The first check makes the queries ready besides.
    func measure() async throws {
        var queries: [StandingQuery] = []
        while let line = readLine(), !line.isEmpty {
            var query = SearchQuery()
            query.query = try QueryParser(fields: Field.kinds).parse(line)
            query.matching = .all
            queries.append(StandingQuery(name: "q\(queries.count)", text: "", query: query))
        }
        try index.standing.put(queries, limit: queries.count)
        var lines: [String] = []
        while let line = readLine() {
            guard line.isEmpty else {
                lines.append(line)
                continue
            }
            let position = WatchPosition(revision: index.stamp.revision)
            let body = Array(lines.joined(separator: "\n").utf8)
            let report = await index.ingest([ArticleBody(bytes: body, format: .ndjson, name: nil)])
            let start = ContinuousClock.now
            let (matches, runs) = try await index.checkStanding(from: position)
            let time = (ContinuousClock.now - start) / .milliseconds(1)
            print("\(lines.count)\t\(report.passages)\t\(runs)\t\(matches)\t\(time)")
            lines = []
        }
    }
}
