import Glibc
import Logging
import QueryLanguage
import SearchIndex

/// Dateline in process, as an engine of the side-by-side benchmark: searches from standard input, one answer a line.
///
/// `dateline-bench INDEX TABLES [throughput|rankings|standing]`: the folder of an index that no daemon holds, and the folder with
/// `gazetteers`. It prints `ready`, then for each request `count⇥ns⇥0⇥scores⇥facets`. The time is that of `Index.search`, and so holds
/// everything that a server needs for its reply: stored text, article, entities and highlights of each hit.
///
/// With `throughput` it reads all requests first, and prints `alone⇥one⇥two`: searches a second with
/// one client on one core, one client on both, two clients. With `rankings` it prints what the ways of ranking cost. With
/// `standing` it adds to the index; see `Standing`.
@main
struct DatelineBench {
    static func main() async throws {
        guard (3...4).contains(CommandLine.arguments.count) else {
            return print("usage: dateline-bench INDEX TABLES [throughput|rankings|standing]")
        }
        let index = try await Index(
            Index.Configuration(
                path: CommandLine.arguments[1] + "/db", gazetteers: CommandLine.arguments[2] + "/gazetteers",
                model: CommandLine.arguments[2] + "/tagger.model",
                spelling: CommandLine.arguments[2] + "/spelling-variants.tsv"),
            logger: Logger(label: "bench"))
        if CommandLine.arguments.count == 4 {
            if CommandLine.arguments[3] == "standing" {
                try await Standing(index: index).measure()
                return await index.close()
            }
            let measure = CommandLine.arguments[3] == "rankings" ? measureRankings : measureThroughput
            try await measure(index)
            return await index.close()
        }
        answer("ready")
        while let line = readLine() {
            guard let request = Request(line: line) else { return print("not a request: \(line)") }
            let query = try request.query()
            let start = ContinuousClock.now
            let result = try await index.search(query)
            let time = ContinuousClock.now - start
            answer(Self.text(of: result, time))
        }
        await index.close()
    }

    private static func measureRankings(_ index: Index) async throws {
        let queries = try queries()
        for matching in [Matching.all, .any] {
            let asked = queries.map { query in
                var query = query
                query.matching = matching
                return query
            }
            let rankings = Rankings(index: index, queries: asked)
            let cold = try await rankings.measureCold()
            let warm = try await rankings.measure(rounds: 5)
            for way in Rankings.Way.allCases {
                answer("\(matching)\t\(way.rawValue)\tcold \(cold[way] ?? 0)\twarm \(warm[way] ?? 0)")
            }
        }
    }

    private static func queries() throws -> [SearchQuery] {
        var queries: [SearchQuery] = []
        while let line = readLine() {
            guard let request = Request(line: line) else { throw Malformed(line: line) }
            queries.append(try request.query())
        }
        return queries
    }

    private struct Malformed: Error { var line: String }

    private static func measureThroughput(_ index: Index) async throws {
        let rates = try await Throughput(index: index, queries: try queries()).measure()
        answer(rates.map { "\($0)" }.joined(separator: "\t"))
    }

    private static func text(of result: SearchResult, _ time: Duration) -> String {
        let nanoseconds = time.components.seconds * 1_000_000_000 + time.components.attoseconds / 1_000_000_000
        let scores = result.hits.map { "\($0.score)" }.joined(separator: ",")
        // The counts alone, largest first: what must be the same in every engine, whatever the order of equal values.
        let facets = result.facets.map { facet in
            facet.values.map(\.passages).sorted(by: >).prefix(10).map(String.init).joined(separator: ",")
        }
        return "\(result.totals.passages)\t\(nanoseconds)\t0\t\(scores)\t\(facets.joined(separator: ";"))"
    }

    /// Prints a line at once: the other side waits for it.
    private static func answer(_ line: String) {
        print(line)
        fflush(nil)
    }
}
