package import QueryLanguage

/// What the daemon accepts at most. Each limit has a clear error, `status` lists them, and the configuration file sets
/// them by the same names.
package struct ServerLimits: Sendable {
    /// Bytes of a search request's JSON.
    package var requestBytes = 1 << 20
    /// Bytes of a request that corrects names.
    package var correctionBytes = 32 << 20
    /// Bytes of one article, or of one line of NDJSON.
    package var articleBytes = 64 << 20
    /// Bytes of a stream of articles that are analysed and committed together.
    package var batchBytes = 4 << 20
    /// Hits, or facet values, of one reply.
    package var results = 1_000
    /// Facets of one request.
    package var facets = 20
    /// Names of one request that are looked up.
    package var names = 1_000
    /// Different pairs of values of one request, each up to 72 bytes of memory.
    package var pairs = 1_000_000
    /// Days, weeks, months or years of one timeline.
    package var periods = 10_000
    /// Words that one prefix, or one word with `~`, may stand for.
    package var expansion = 1_000
    /// Requests that write, under way and waiting; one more is refused with 503.
    package var writesWaiting = 64
    /// How long a search may take.
    package var searchTime = Duration.seconds(2)
    /// Searches under way or waiting for their turn.
    package var searches = 256
    /// Connections at a time.
    package var connections = 512
    /// Seconds that a connection may send nothing in, between requests or within one.
    package var idleSeconds = 300
    /// Seconds that a client may take nothing in of a reply that waits for it.
    package var stallSeconds = 60
    /// Seconds that requests under way have to end in when the daemon is told to stop.
    package var drainSeconds = 30
    /// Bytes of a request's head.
    package var headerBytes = 64 << 10
    /// Milliseconds from which on a request is slow, and logged.
    package var slowMilliseconds = 1_000
    /// Watches at a time.
    package var watches = 64
    /// Queries that are kept to be watched for.
    package var standingQueries = 10_000
    /// Length and complexity of query text.
    package var query = QueryLimits()

    package init() {}

    /// The limits by name, for `status`.
    var named: [String: Int] {
        Dictionary(uniqueKeysWithValues: Self.table.map { ($0.name, self[keyPath: $0.value]) })
    }

    /// Sets a limit of the configuration file.
    /// - Throws: `StartupError` for an unknown name, and for a value out of range.
    mutating func set(_ name: String, _ text: Substring) throws(StartupError) {
        guard let entry = Self.table.first(where: { $0.name == name }) else {
            throw StartupError("there is no setting \(name)", hint: "docs/GUIDE.md lists them")
        }
        guard let value = Int(text), entry.range.contains(value) else {
            throw StartupError(
                "\(name) = \(text) is not from \(entry.range.lowerBound) to \(entry.range.upperBound)")
        }
        self[keyPath: entry.value] = value
    }

    private var searchSeconds: Int {
        get { Int(searchTime.components.seconds) }
        set { searchTime = .seconds(newValue) }
    }

    private struct Entry: Sendable {
        var name: String
        var value: any WritableKeyPath<ServerLimits, Int> & Sendable
        var range: ClosedRange<Int>
    }

    private static let table = [
        Entry(name: "article_bytes", value: \.articleBytes, range: 1_024...1 << 30),
        Entry(name: "connections", value: \.connections, range: 1...100_000),
        Entry(name: "correction_bytes", value: \.correctionBytes, range: 1_024...1 << 30),
        Entry(name: "drain_seconds", value: \.drainSeconds, range: 1...3_600),
        Entry(name: "expansion", value: \.expansion, range: 1...100_000),
        Entry(name: "facets", value: \.facets, range: 1...1_000),
        Entry(name: "header_bytes", value: \.headerBytes, range: 1_024...1 << 20),
        Entry(name: "idle_seconds", value: \.idleSeconds, range: 1...86_400),
        Entry(name: "names", value: \.names, range: 1...1_000_000),
        Entry(name: "pairs", value: \.pairs, range: 1...100_000_000),
        Entry(name: "periods", value: \.periods, range: 1...4_000_000),
        Entry(name: "query_bytes", value: \.query.maxBytes, range: 1...1 << 20),
        Entry(name: "query_clauses", value: \.query.maxClauses, range: 1...10_000),
        Entry(name: "query_depth", value: \.query.maxDepth, range: 1...64),
        Entry(name: "request_bytes", value: \.requestBytes, range: 1_024...1 << 30),
        Entry(name: "results", value: \.results, range: 1...100_000),
        Entry(name: "search_seconds", value: \.searchSeconds, range: 1...86_400),
        Entry(name: "searches", value: \.searches, range: 1...100_000),
        Entry(name: "slow_ms", value: \.slowMilliseconds, range: 0...86_400_000),
        Entry(name: "stall_seconds", value: \.stallSeconds, range: 1...86_400),
        Entry(name: "standing_queries", value: \.standingQueries, range: 1...1_000_000),
        Entry(name: "watches", value: \.watches, range: 1...10_000),
        Entry(name: "writes_waiting", value: \.writesWaiting, range: 1...10_000),
    ]
}
