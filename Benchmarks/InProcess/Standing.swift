import Corpus
import QueryLanguage
import SearchIndex

/// What standing queries cost after each commit: `dateline-bench INDEX TABLES standing`.
///
/// It reads queries from standard input, one a line, then an empty line, then articles as NDJSON, which it commits a hundred at
/// a time. After each commit all queries are checked against it. `Benchmarks/watch.py` makes such input.
struct Standing {
    let index: Index

    private static let articlesPerCommit = 100

    /// Prints a line for each commit, `passages⇥run⇥matches⇥ms`, and the milliseconds at the median and at most.
    func measure() async throws {
        var queries: [StandingQuery] = []
        while let line = readLine(), !line.isEmpty {
            var query = SearchQuery()
            query.query = try QueryParser(fields: Field.kinds).parse(line)
            query.matching = .all
            queries.append(StandingQuery(name: "q\(queries.count)", text: "", query: query))
        }
        try index.standing.put(queries, limit: queries.count)
        var times: [Double] = []
        var lines: [String] = []
        var isFirst = true
        while let line = readLine() {
            lines.append(line)
            guard lines.count == Self.articlesPerCommit else { continue }
            let position = WatchPosition(revision: index.stamp.revision)
            let body = Array(lines.joined(separator: "\n").utf8)
            let report = await index.ingest([ArticleBody(bytes: body, format: .ndjson, name: nil)])
            lines = []
            let start = ContinuousClock.now
            let (matches, runs) = try await index.checkStanding(from: position)
            let time = (ContinuousClock.now - start) / .milliseconds(1)
            print("\(report.passages)\t\(runs)\t\(matches)\t\(time)\(isFirst ? "\tmakes the queries ready" : "")")
            if !isFirst { times.append(time) }
            isFirst = false
        }
        let sorted = times.sorted()
        guard let most = sorted.last else { return print("give at least 200 articles") }
        print("\(queries.count) queries: median \(sorted[sorted.count / 2]) ms, most \(most) ms")
    }
}
