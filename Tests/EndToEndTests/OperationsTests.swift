import Foundation
import Glibc
import TestSupport
import Testing

/// What whoever keeps a daemon sees of it: its log and its metrics.
@Suite(.enabled(if: TestSupport.installedProgram("curl") != nil, "curl is not installed"))
struct OperationsTests {
    @Test func requestsHaveAnIdAndSlowOnesAreLogged() async throws {
        try await Installation.with { installation in
            let log = try await Self.log(installation, "slow_ms = 0\n") { installation in
                let given = try await Self.curl(
                    installation, "/v1/search?q=secret", ["-D", "-", "-H", "x-request-id: mine-1"])
                #expect(given.contains("\r\nx-request-id: mine-1\r\n"))
                let made = try await Self.curl(installation, "/nowhere", ["-D", "-", "-H", "x-request-id: no good"])
                #expect(made.contains(#/\r\nx-request-id: [0-9a-f]{12}\r\n/#))
                _ = try await Self.curl(installation, "/v1/search?all=true")
            }
            let line = try #require(log.first { $0.contains("request=mine-1") })
            #expect(
                line.wholeMatch(
                    of:
                        #/\S+Z notice slow request method=GET ms=[\d.]+ request=mine-1 route=search status=200 stopped=false uid=\d+/#
                ) != nil, "\(line)")
            #expect(log.contains { $0.contains("route=other status=404") })
            #expect(log.count { $0.contains("route=search") } == 2)
            // Neither queries nor, at this level, a line for every request.
            #expect(!log.contains { $0.contains("secret") || $0.contains(" debug ") })
        }
    }

    @Test func queriesAreLoggedWhenTheFileSaysSo() async throws {
        try await Installation.with { installation in
            let log = try await Self.log(installation, "slow_ms = 0\nlog_queries = on\n") { installation in
                _ = try await Self.curl(installation, "/v1/count?q=two+words")
                _ = try await Self.curl(installation, "/v1/search", ["-d", #"{"like":"a \"b\""}"#])
            }
            #expect(log.contains { $0.contains(#" query="two words" "#) })
            #expect(log.contains { $0.contains(#" query="a \"b\"" "#) })
        }
    }

    @Test func whatIsNotSlowIsNotLogged() async throws {
        try await Installation.with { installation in
            let quiet = try await Self.log(installation, "slow_ms = 86400000\n") { installation in
                _ = try await Self.curl(installation, "/v1/count?q=baku")
            }
            #expect(!quiet.contains { $0.contains("route=") })
            let talkative = try await Self.log(installation, "slow_ms = 86400000\n", "--log", "debug") { installation in
                _ = try await Self.curl(installation, "/v1/count?q=baku")
            }
            #expect(talkative.contains { $0.contains(" debug request ") && $0.contains("route=count status=200") })
        }
    }

    @Test func metricsTellWhatWasDone() async throws {
        try await Installation.withSeeds { installation in
            _ = try await Self.curl(installation, "/v1/search?q=baku")
            _ = try await Self.curl(installation, "/v1/search?limit=x")
            _ = try await Self.curl(installation, "/v1/search?q=baku&all=true")
            let head = try await Self.curl(installation, "/metrics", ["-I"])
            #expect(head.lowercased().contains("content-type: text/plain; version=0.0.4"))
            let text = try PrometheusText(try await Self.curl(installation, "/metrics"))
            #expect(text.value("dateline_articles") == 33)
            #expect(text.value("dateline_ingested_articles_total", ["outcome": "added"]) == 33)
            #expect(text.value("dateline_requests_total", ["route": "search", "status": "200"]) == 2)
            #expect(text.value("dateline_requests_total", ["route": "search", "status": "400"]) == 1)
            #expect(text.value("dateline_requests_total", ["route": "ingest", "status": "200"]) == 1)
            #expect(text.value("dateline_request_seconds_count", ["route": "search"]) == 3)
            #expect(try #require(text.value("dateline_commit_seconds_count")) >= 1)
            #expect(text.value("dateline_connections") == 1)
            #expect(text.value("dateline_writes") == 0)
            for name in [
                "dateline_passages", "dateline_columns_bytes", "process_start_time_seconds",
                "process_resident_memory_bytes", "process_open_fds", "process_max_fds",
            ] { #expect(try #require(text.value(name), "\(name)") > 0) }
            #expect(text.family("dateline_cache_hits_total")?.samples.isEmpty == false)
        }
    }

    /// Runs a daemon with a configuration file until `body` returns, and gives the lines of its log.
    private static func log(
        _ installation: Installation, _ settings: String, _ options: String...,
        during body: (Installation) async throws -> Void
    ) async throws -> [String] {
        let file = try installation.write(settings, to: "conf")
        let daemon = try RunningProgram(
            TestSupport.program("datelined"), ["--config", file] + options, environment: installation.environment)
        try #require(try await installation.daemonListens())
        try await body(installation)
        kill(daemon.processID, SIGTERM)
        let run = try await daemon.end()
        #expect(run.status == 0)
        return run.diagnostics.split(separator: "\n").map(String.init)
    }

    private static func curl(
        _ installation: Installation, _ path: String, _ options: [String] = []
    ) async throws -> String {
        let program = try #require(TestSupport.installedProgram("curl"))
        return try await ProgramRun.of(
            program, ["-sS", "--unix-socket", installation.socket] + options + ["http://localhost" + path],
            environment: installation.environment
        ).output
    }
}
