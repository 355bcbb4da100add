import HTTPTypes
import SearchIndex
import TestSupport
import Testing

@testable import DatelineServer

@Suite struct MetricsTests {
    @Test func bucketsCountAllThatAreNoLonger() {
        let histogram = Histogram(bounds: [0.1, 1])
        for seconds in [0.05, 0.1, 0.5, 7] { histogram.add(seconds: seconds) }
        #expect(histogram.reading == Histogram.Reading(counts: [2, 3, 4], sum: 7.65))
        #expect(Histogram().reading.count == 0)
        #expect(zip(Histogram.bounds, Histogram.bounds.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func whatIsWrittenIsReadBack() throws {
        var writer = MetricsWriter()
        let odd = "a \"b\"\\\nc"
        writer.single("x_articles", .gauge, "One\nline \\ of help.", 33)
        writer.family("x_total", .counter, "Two.", [([("k", odd), ("l", "")], 1.5), ([("k", "b"), ("l", "c")], 2)])
        writer.family("x_none_total", .counter, "None.", [])
        let histogram = Histogram()
        histogram.add(seconds: 0.003)
        histogram.add(seconds: 1_000)
        writer.histograms("x_seconds", "Times.", [([("route", "search")], histogram), ([("route", "b")], Histogram())])
        let text = try PrometheusText(writer.text)
        #expect(text.families.map(\.name) == ["x_articles", "x_total", "x_seconds"])
        #expect(text.value("x_articles") == 33)
        #expect(text.value("x_total", ["k": odd, "l": ""]) == 1.5)
        #expect(text.value("x_seconds_bucket", ["route": "search", "le": "0.005"]) == 1)
        #expect(text.value("x_seconds_bucket", ["route": "search", "le": "+Inf"]) == 2)
        #expect(text.value("x_seconds_sum", ["route": "search"]) == 1_000.003)
        #expect(text.value("x_seconds_count", ["route": "b"]) == 0)
    }

    /// The reader is worth something.
    @Test(arguments: [
        "x 1\n", "# HELP x y\nx 1\n", "# HELP x y\n# TYPE x gauge\nx 1", "# HELP x y\n# TYPE x gauge\nz 1\n",
        "# HELP x y\n# TYPE x gauge\nx{a=\"b} 1\n", "# HELP x y\n# TYPE x gauge\nx{a=\"\\t\"} 1\n",
        "# HELP x y\n# TYPE x counter\nx 1\n",
        "# HELP x y\n# TYPE x histogram\nx_bucket{le=\"1\"} 1\nx_sum 1\nx_count 1\n",
        "# HELP x y\n# TYPE x histogram\nx_bucket{le=\"1\"} 2\nx_bucket{le=\"+Inf\"} 1\nx_sum 1\nx_count 1\n",
    ])
    func malformedTextIsRefused(_ text: String) {
        #expect(throws: PrometheusText.Malformed.self) { try PrometheusText(text) }
    }

    @Test func requestsAreCountedByRouteAndStatus() {
        let metrics = ServerMetrics()
        metrics.count(.search, .ok, seconds: 0.01)
        metrics.count(.search, .ok, seconds: 0.02)
        metrics.count(.search, .badRequest, seconds: 0.01)
        #expect(
            metrics.requests == [
                .init(route: .search, status: 200): 2, .init(route: .search, status: 400): 1,
            ])
        #expect(metrics.requestSeconds[.search]?.reading.count == 3)
        metrics.count(CommitRecord(time: .milliseconds(20), isDone: true))
        metrics.count(CommitRecord(time: .milliseconds(20), isDone: false))
        #expect(metrics.commitSeconds.reading.count == 1 && metrics.failedCommits.value == 1)
    }
}
