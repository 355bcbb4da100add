import Foundation
import Glibc
import TestSupport
import Testing

/// Each limit of the settings file is met, and its error says which it was.
@Suite struct LimitsTests {
    private static let limits = """
        request_bytes = 2048
        correction_bytes = 1024
        article_bytes = 4096
        header_bytes = 2048
        results = 5
        facets = 1
        pairs = 3
        periods = 2
        names = 2
        expansion = 3
        query_bytes = 100
        query_clauses = 4
        query_depth = 2
        """

    /// A daemon with these settings and the sample articles.
    private func with(_ settings: String, _ body: (Installation) async throws -> Void) async throws {
        try await Installation.with { installation in
            var installation = installation
            installation.environment["DATELINE_CONFIG"] = try installation.write(settings, to: "config")
            try await body(installation)
        }
    }

    private func post(_ path: String, _ body: String, type: String = "application/json") -> String {
        "POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private func get(_ path: String, _ header: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(header)\r\n"
    }

    @Test func eachHasAClearError() async throws {
        try await with(Self.limits) { installation in
            let added = try await installation.dateline(
                "index", "--base", TestSupport.checkout, TestSupport.checkout + "seeds/wire")
            #expect(added.status == 0, "\(added.diagnostics)")
            let long = String(repeating: "x", count: 5_000)
            let requests: [(String, String, String)] = [
                (post("/v1/search", #"{"q":"\#(long)"}"#), "413", "the request is larger than 2048 bytes"),
                (post("/v1/entities/corrections", #"{"verb":"\#(long)"}"#), "413", "larger than 1024 bytes"),
                (post("/v1/articles?name=a.txt", long, type: "text/plain"), "413", "larger than 4096 bytes"),
                (get("/v1/search?q=a&limit=6"), "400", "limit must lie between 0 and 5"),
                (get("/v1/search?facet=person&facet=place"), "400", "more than 1 facets in one request"),
                (post("/v1/screen", #"{"names":["a","b","c"]}"#), "400", "more than 2 names in one request"),
                (get("/v1/pairs?field=person&field=place"), "400", "more than 3 different pairs"),
                (get("/v1/timeline?every=day&since=2025-01&until=2025-02"), "400", "more than 2 days"),
                (
                    post("/v1/articles?first_line=9223372036854775807", "{}\n", type: "application/x-ndjson"), "400",
                    "first_line"
                ),
                (get("/v1/search?q=co*"), "400", "more than 3 words begin with the prefix"),
                (get("/v1/search?q=\(long.prefix(101))"), "400", "longer than 100 bytes"),
                (get("/v1/search?q=a+b+c+d+e"), "400", #""code":"too_many_clauses""#),
                (get("/v1/search?q=(((a)))"), "400", #""code":"too_deep""#),
                (get("/v1/search", "X-Long: \(long)\r\n"), "431", "head"),
            ]
            for (request, status, reason) in requests {
                let connection = try RawConnection(installation.socket)
                connection.send(request)
                let reply = connection.reply()
                #expect(reply.hasPrefix("HTTP/1.1 \(status) ") && reply.contains(reason), "\(reply)")
            }
            // A line that is too long is told, and nothing else is lost.
            let lines = #"{"id":"l/1","text":"\#(long)"}"# + "\n" + #"{"id":"l/2","text":"A word."}"# + "\n"
            let connection = try RawConnection(installation.socket)
            connection.send(post("/v1/articles", lines, type: "application/x-ndjson"))
            let reply = connection.reply()
            #expect(reply.hasPrefix("HTTP/1.1 200 ") && reply.contains(#""added":1"#), "\(reply)")
            #expect(reply.contains(#""code":"too_large""#), "\(reply)")

            let status = try await installation.dateline("status", "--format", "json").output
            #expect(status.contains(#""results":5"#) && status.contains(#""query_depth":2"#), "\(status)")
        }
    }

    @Test func connectionsInExcessAreTold() async throws {
        try await with("connections = 4") { installation in
            let daemon = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            var held: [RawConnection] = []
            for _ in 0..<4 {
                held.append(try RawConnection(installation.socket))
                held.last?.send(get("/healthz"))
                #expect(held.last?.reply().hasPrefix("HTTP/1.1 200 ") == true)
            }
            let fifth = try RawConnection(installation.socket)
            fifth.send(get("/healthz"))
            let reply = fifth.reply()
            #expect(reply.hasPrefix("HTTP/1.1 503 ") && reply.contains("there are 4 connections already"), "\(reply)")
            #expect(reply.lowercased().contains("retry-after: 1\r\n"))
            #expect(fifth.isClosed(within: 120_000))
            held.removeAll()
            #expect(try await installation.daemonListens())
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
        }
    }

    /// Many at once where one search is let in at a time: each is answered, or told to come again.
    @Test func searchesInExcessAreTold() async throws {
        try await with("searches = 1") { installation in
            #expect(try await installation.dateline("index", TestSupport.checkout + "seeds").status == 0)
            let connections = try (0..<64).map { _ in try RawConnection(installation.socket) }
            var (answered, told) = (0, 0)
            for _ in 0..<20 where answered == 0 || told == 0 {
                for connection in connections { connection.send(get("/v1/search?q=said&facet=person&facet=place")) }
                for connection in connections {
                    let reply = connection.reply()
                    if reply.hasPrefix("HTTP/1.1 200 ") { answered += 1 }
                    if reply.hasPrefix("HTTP/1.1 503 "), reply.contains(#""code":"busy""#) { told += 1 }
                }
            }
            #expect(answered > 0 && told > 0 && (answered + told) % 64 == 0)
        }
    }

    @Test func watchesInExcessAreTold() async throws {
        try await with("watches = 2") { installation in
            #expect(try await installation.dateline("index", TestSupport.checkout + "seeds/wire").status == 0)
            let first = try Watching.start(installation, ["said"])
            let second = try Watching.start(installation, ["*"])
            for watch in [first, second] { #expect(try await Watching.reaches(0, watch)) }
            let third = try await installation.dateline("watch", "said")
            #expect(third.status == 75)
            #expect(third.diagnostics.contains("there are 2 watches already"), "\(third.diagnostics)")
            kill(first.processID, SIGTERM)
            _ = try await first.end()
            // The place is free again as soon as the daemon has heard of it.
            var isFree = false
            for _ in 0..<3_000 where !isFree {
                let fourth = try RawConnection(installation.socket)
                fourth.send(get("/v1/watch?q=said"))
                isFree = fourth.read(until: "\r\n").hasPrefix("HTTP/1.1 200 ")
                if !isFree { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(isFree)
        }
    }

    @Test func connectionsThatDoNothingAreClosed() async throws {
        try await with("idle_seconds = 1") { installation in
            let daemon = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            let idle = try RawConnection(installation.socket)
            let kept = try RawConnection(installation.socket)
            kept.send(get("/healthz"))
            #expect(kept.reply().hasPrefix("HTTP/1.1 200 "))
            let half = try RawConnection(installation.socket)
            half.send("GET /healthz HT")
            let owing = try RawConnection(installation.socket)
            owing.send(
                "POST /v1/articles?name=a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nToo short")
            for connection in [idle, kept, half, owing] { #expect(connection.isClosed(within: 120_000)) }
            // A part of an article is no article.
            #expect(try await installation.dateline("count").output == "0\n")
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
        }
    }

    /// One takes nothing in of a long reply, another a byte now and then; others are answered all the while.
    @Test func repliesThatNobodyTakesInAreGivenUp() async throws {
        try await with("stall_seconds = 1\n") { installation in
            let articles = (0..<3_000).map { #"{"id":"a/\#($0)","text":"Article \#($0) is about rivers."}"# }
            let input = articles.joined(separator: "\n")
            #expect(try await installation.dateline("index", "-", input: input).status == 0)
            let whole = try await installation.dateline("search", "--all", "--format", "ndjson", "rivers").output
            let stalled = try RawConnection(installation.socket)
            stalled.send(get("/v1/search?q=rivers&all=true"))
            let slow = try RawConnection(installation.socket)
            slow.send(get("/v1/search?q=rivers&all=true"))
            for _ in 0..<20 {
                _ = slow.read(1)
                #expect(try await installation.dateline("count", "rivers").output == "3000\n")
            }
            try await Task.sleep(for: .seconds(2))
            var taken = 0
            while let bytes = stalled.read(), !bytes.isEmpty { taken += bytes.count }
            #expect(taken > 0 && taken < whole.utf8.count, "\(taken) of \(whole.utf8.count)")
        }
    }
}
