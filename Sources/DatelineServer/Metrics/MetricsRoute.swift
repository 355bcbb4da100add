import DatelineAPI
import HTTPTypes
import Hummingbird
import SearchIndex

/// Answers `/metrics` with the figures of the daemon and its index in the text format of Prometheus.
struct MetricsRoute {
    let index: Index
    let metrics: ServerMetrics
    let counter: ConnectionCounter
    let watches: Watches

    func respond() -> Response {
        Response(
            status: .ok, headers: [.contentType: MetricsWriter.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text())))
    }

    func text() -> String {
        var writer = MetricsWriter()
        requests(&writer)
        writes(&writer)
        held(&writer)
        process(&writer)
        return writer.text
    }

    private func requests(_ writer: inout MetricsWriter) {
        let answered = metrics.requests.sorted {
            ($0.key.route.rawValue, $0.key.status) < ($1.key.route.rawValue, $1.key.status)
        }
        writer.family(
            "dateline_requests_total", .counter, "Requests answered, by route and status.",
            answered.map {
                ([("route", $0.key.route.rawValue), ("status", "\($0.key.status)")], Double($0.value))
            })
        writer.histograms(
            "dateline_request_seconds", "How long requests took, by route; of a stream, to its end.",
            Route.Name.allCases.compactMap { name in
                metrics.requestSeconds[name].map { ([("route", name.rawValue)], $0) }
            })
        writer.single("dateline_connections", .gauge, "Connections that are open.", Double(counter.count))
        writer.single(
            "dateline_searches", .gauge, "Searches under way or waiting for their turn.", Double(counter.searchCount))
        writer.single(
            "dateline_writes", .gauge, "Requests that write, under way or waiting for their commit.",
            Double(counter.writeCount))
        writer.single("dateline_watches", .gauge, "Watches that are open.", Double(watches.count))
    }

    private func writes(_ writer: inout MetricsWriter) {
        writer.histograms(
            "dateline_commit_seconds", "How long commits took that went through.", [([], metrics.commitSeconds)])
        writer.single(
            "dateline_commits_failed_total", .counter, "Commits that failed.", Double(metrics.failedCommits.value))
        writer.family(
            "dateline_ingested_articles_total", .counter, "Articles sent, by what became of them.",
            [
                ("added", metrics.added), ("replaced", metrics.replaced), ("unchanged", metrics.unchanged),
                ("failed", metrics.failed),
            ].map { ([("outcome", $0.0)], Double($0.1.value)) })
    }

    private func held(_ writer: inout MetricsWriter) {
        let status = index.status()
        writer.single("dateline_articles", .gauge, "Articles in the index.", Double(status.articles))
        writer.single("dateline_passages", .gauge, "Passages in the index.", Double(status.passages))
        writer.single("dateline_revision", .gauge, "The index's revision.", Double(status.stamp.revision))
        writer.single(
            "dateline_corrections", .gauge, "Corrections of names in force.", Double(status.corrections))
        writer.single(
            "dateline_columns_bytes", .gauge, "Memory of the columns, mapped files included.",
            Double(status.columnBytes))
        let caches = status.caches.sorted { $0.key < $1.key }
        writer.family(
            "dateline_cache_hits_total", .counter, "Look-ups in a cache that found something.",
            caches.map { ([("cache", $0.key)], Double($0.value.hits)) })
        writer.family(
            "dateline_cache_misses_total", .counter, "Look-ups in a cache that found nothing.",
            caches.map { ([("cache", $0.key)], Double($0.value.misses)) })
        writer.family(
            "dateline_cache_bytes", .gauge, "Memory that a cache holds.",
            caches.map { ([("cache", $0.key)], Double($0.value.bytes)) })
        writer.single("dateline_readers", .gauge, "Threads that search.", Double(status.readers))
        writer.family(
            "dateline_build_info", .gauge, "The versions of the daemon and of Xapian.",
            [([("version", Release.version), ("xapian", Index.xapianVersion)], 1)])
    }

    private func process(_ writer: inout MetricsWriter) {
        let figures = ProcessFigures.now
        writer.single(
            "process_start_time_seconds", .gauge, "When the daemon started, in seconds since 1970.", metrics.started)
        if let bytes = figures.residentBytes {
            writer.single("process_resident_memory_bytes", .gauge, "Memory that is in RAM.", Double(bytes))
        }
        if let files = figures.openFiles {
            writer.single("process_open_fds", .gauge, "Descriptors that are open.", Double(files))
        }
        if let most = figures.mostFiles {
            writer.single("process_max_fds", .gauge, "Descriptors that may be open.", Double(most))
        }
    }
}
